import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@qingheng/platform';
import { IsIn, IsISO8601, IsNotEmpty, IsObject, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { CLASSES } from '../service/services';
import { MARKS, type Mark, type OwnerKind, OWNERS } from './catalogue-form';
import { type ProductStatus, STATUSES } from './catalogue.service';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const AMOUNT = /^\d{1,18}(\.\d{1,6})?$/;
const owners = Object.keys(OWNERS) as OwnerKind[];
const marks = Object.keys(MARKS) as Mark[];

export class ProductBody {
  @ApiProperty({ example: 'XL-2026-001', description: 'Unique within the organisation' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  code: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiProperty({ example: 'livestock', description: 'Indicator: its code or a name of it' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  service: string;

  @ApiProperty({ description: 'Owner or right-holder' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  owner: string;

  @ApiProperty({ enum: owners })
  @IsIn(owners)
  ownerKind: OwnerKind;

  @ApiProperty({ example: '152502' })
  @Matches(/^\d{6}$/)
  region: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(60)
  parcel?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'GeoJSON Polygon or MultiPolygon, degrees of CGCS2000',
  })
  @IsOptional()
  @IsObject()
  geometry?: object;

  @ApiProperty({ example: '1200' })
  @Matches(AMOUNT)
  quantity: string;

  @ApiProperty({ example: 't' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(30)
  unit: string;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from: string;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to: string;

  @ApiPropertyOptional({ enum: marks })
  @IsOptional()
  @IsIn(marks)
  mark?: Mark;

  @ApiPropertyOptional({ description: 'Needed with a mark' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  certificate?: string;
}

export class ProductQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'In code, name or owner' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  text?: string;

  @ApiPropertyOptional({ enum: CLASSES })
  @IsOptional()
  @IsIn(CLASSES)
  class?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(60)
  service?: string;

  @ApiPropertyOptional({ description: 'Prefix of a GB/T 2260 code' })
  @IsOptional()
  @Matches(/^\d{2,6}$/)
  region?: string;

  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: string;

  @ApiPropertyOptional({ enum: marks })
  @IsOptional()
  @IsIn(marks)
  mark?: string;

  @ApiPropertyOptional({ enum: ['true'] })
  @IsOptional()
  @IsIn(['true'])
  mine?: string;
}

export class MoveBody {
  @ApiProperty({ enum: STATUSES })
  @IsIn(STATUSES)
  status: ProductStatus;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class ObservationBody {
  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  day: string;

  @ApiProperty({ example: '45.2' })
  @Matches(/^-?\d{1,18}(\.\d{1,6})?$/)
  value: string;

  @ApiProperty({ example: '%' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(30)
  unit: string;

  @ApiProperty({ description: 'Who measured it, how' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  source: string;
}

const nullable = { nullable: true, type: String } as const;

export class ProductDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'Code of the indicator' }) service: string;
  @ApiProperty({ enum: CLASSES }) class: string;
  @ApiProperty() owner: string;
  @ApiProperty({ enum: owners }) ownerKind: OwnerKind;
  @ApiProperty() region: string;
  @ApiProperty(nullable) parcel?: string;
  @ApiProperty({ description: 'Decimal' }) quantity: string;
  @ApiProperty() unit: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty({ enum: marks, nullable: true }) mark?: Mark;
  @ApiProperty(nullable) certificate?: string;
  @ApiProperty({ ...nullable, description: 'What it is traded as, once the registrar has opened that' }) asset:
    string | null;
  @ApiProperty({ ...nullable, description: 'How much of it one unit of the asset is' }) share: string | null;
  @ApiProperty(nullable) organisation: string | null;
  @ApiProperty() own: boolean;
  @ApiProperty({ ...nullable, description: 'Of the drawn place' }) hectares: string | null;
  @ApiProperty({ enum: STATUSES }) status: ProductStatus;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
}

export class ProductPageDto {
  @ApiProperty({ type: [ProductDto] }) items: ProductDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

class ProductObservationDto {
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty() value: string;
  @ApiProperty() unit: string;
  @ApiProperty() source: string;
}

class ProductEventDto {
  @ApiProperty() status: string;
  @ApiProperty() reason: string;
  @ApiProperty() by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class ProductDetailDto extends ProductDto {
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'GeoJSON' }) shape:
    object | null;
  @ApiProperty({ type: [ProductObservationDto] }) observations: ProductObservationDto[];
  @ApiProperty({ type: [ProductEventDto] }) events: ProductEventDto[];
}

class ProductCountDto {
  @ApiProperty() region: string;
  @ApiProperty() products: number;
}

export class ProductMapDto {
  @ApiProperty({ type: [ProductCountDto] }) items: ProductCountDto[];
}

export class ProductsImportedDto {
  @ApiProperty() products: number;
}

class EcoServiceDto {
  @ApiProperty() code: string;
  @ApiProperty({ enum: CLASSES }) class: string;
  @ApiProperty() unit: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

export class EcoServicesDto {
  @ApiProperty({ type: [EcoServiceDto] }) items: EcoServiceDto[];
}
