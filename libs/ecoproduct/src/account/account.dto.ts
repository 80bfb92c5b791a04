import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FaultDto, PageQuery, PersonNameDto } from '@qingheng/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { TABLES } from './seea/layout';

const SHARE = /^(0(\.\d{1,9})?|1(\.0{1,9})?)$/;
const MULTIPLE = /^\d{1,4}(\.\d{1,6})?$/;
const figures = { type: 'object', additionalProperties: { type: 'string' } } as const;

export class UseShareBody {
  @ApiProperty({ description: 'As the account writes it' })
  @IsString()
  @MaxLength(200)
  service: string;

  @ApiProperty({ example: 'households', description: 'Economic unit of config/ecoproduct/seea.yaml, or exports' })
  @IsString()
  @MaxLength(60)
  unit: string;

  @ApiProperty({ example: '0.4', description: 'Shares of a service add up to 1' })
  @Matches(SHARE)
  share: string;
}

export class NewSeeaBody {
  @ApiProperty({ format: 'uuid', description: 'An issued filing of gep/account' })
  @IsUUID()
  filing: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  title?: string;

  @ApiPropertyOptional({
    ...figures,
    description: 'Words of the account that are no SEEA type, and the type they go to',
  })
  @IsOptional()
  @IsObject()
  ecosystems?: Record<string, string>;

  @ApiPropertyOptional({ type: [UseShareBody] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => UseShareBody)
  use?: UseShareBody[];
}

export class TableQuery {
  @ApiPropertyOptional({ enum: TABLES, description: 'Which table a CSV holds; a workbook says it by its worksheets' })
  @IsOptional()
  @IsIn(TABLES)
  table?: (typeof TABLES)[number];
}

export class SpreadBody {
  @ApiProperty({ example: '水库单位库容造价' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiProperty({ enum: ['uniform', 'triangular'] })
  @IsIn(['uniform', 'triangular'])
  distribution: 'uniform' | 'triangular';

  @ApiProperty({ example: '0.8', description: 'Multiples of the filed value' })
  @Matches(MULTIPLE)
  low: string;

  @ApiProperty({ example: '1' })
  @Matches(MULTIPLE)
  mode: string;

  @ApiProperty({ example: '1.3' })
  @Matches(MULTIPLE)
  high: string;

  @ApiPropertyOptional({ type: [String], description: 'Items whose value is proportional to the parameter' })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(1000)
  items?: string[];

  @ApiPropertyOptional({ type: [String], description: 'Or every item of these services' })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(100)
  services?: string[];
}

export class DrawsBody {
  @ApiProperty({ minimum: 0, maximum: 4294967295 })
  @IsInt()
  @Min(0)
  @Max(4_294_967_295)
  seed: number;

  @ApiProperty({ minimum: 1000, maximum: 50000 })
  @IsInt()
  @Min(1_000)
  @Max(50_000)
  draws: number;

  @ApiProperty({ type: [SpreadBody] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SpreadBody)
  spreads: SpreadBody[];
}

export class GepQuery extends PageQuery {
  @ApiPropertyOptional({ example: '15', description: 'Prefix of a GB/T 2260 code' })
  @IsOptional()
  @Matches(/^\d{2,12}$/)
  region?: string;

  @ApiPropertyOptional({ example: '2023' })
  @IsOptional()
  @Matches(/^\d{4}$/)
  year?: string;

  @ApiPropertyOptional({ description: 'Part of the title or the number' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class SeeaQuery extends PageQuery {}

export class SeeaHeadDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'EA2026-000001' }) number: string;
  @ApiProperty({ format: 'uuid' }) organisationId: string;
  @ApiProperty() title: string;
  @ApiProperty({ example: '152500' }) region: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty({ format: 'uuid' }) filing: string;
  @ApiProperty({ description: 'Number of the statement it is taken from' }) statement: string;
  @ApiProperty({ description: 'Fixes the result it is taken from' }) resultHash: string;
  @ApiProperty({ enum: ['draft', 'closed'] }) status: 'draft' | 'closed';
  @ApiProperty({ type: PersonNameDto }) createdBy: PersonNameDto;
  @ApiProperty({ type: PersonNameDto, nullable: true }) closedBy: PersonNameDto | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String }) closedAt: string | null;
}

export class SeeaPageDto {
  @ApiProperty({ type: [SeeaHeadDto] }) items: SeeaHeadDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

class SeeaLineDto {
  @ApiProperty() code: string;
  @ApiProperty({ ...figures, description: 'Columns that are no figures' }) labels: Record<string, string>;
  @ApiProperty({ ...figures, description: 'Decimals by column' }) cells: Record<string, string>;
}

export class SeeaDto extends SeeaHeadDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { $ref: '#/components/schemas/SeeaLineDto' } },
    description: `By table: ${TABLES.join(', ')}`,
  })
  tables: Partial<Record<(typeof TABLES)[number], SeeaLineDto[]>>;

  @ApiProperty({ type: [FaultDto], description: 'Identities that do not hold' }) faults: FaultDto[];
}

export { SeeaLineDto };

class SeeaHeadingDto {
  @ApiProperty() code: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
  @ApiProperty({ description: 'Holds figures' }) figure: boolean;
}

class SeeaNamedDto {
  @ApiProperty() code: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

class SeeaLayoutDto extends SeeaNamedDto {
  @ApiProperty({ example: '4.1' }) number: string;
  @ApiPropertyOptional({ example: 'ha' }) unit?: string;
  @ApiPropertyOptional({ type: [SeeaNamedDto] }) lines?: readonly SeeaNamedDto[];
  @ApiProperty({ type: [SeeaHeadingDto] }) columns: readonly SeeaHeadingDto[];
}

export class SeeaLayoutsDto {
  @ApiProperty({ type: [SeeaLayoutDto] }) items: readonly SeeaLayoutDto[];
}

export class GepRowDto {
  @ApiProperty({ format: 'uuid' }) filing: string;
  @ApiProperty() title: string;
  @ApiProperty() region: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty() statement: string;
  @ApiProperty() resultHash: string;
  @ApiProperty({ description: '元' }) gep: string;
  @ApiProperty({ nullable: true, type: String, description: '元' }) market: string | null;
  @ApiProperty({ nullable: true, type: String, description: '元' }) nonMarket: string | null;
  @ApiProperty({ nullable: true, type: String, description: '元, deducted' }) outside: string | null;
}

export class GepRowsDto {
  @ApiProperty({ type: [GepRowDto] }) items: GepRowDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

class GepOfYearDto {
  @ApiProperty() region: string;
  @ApiProperty({ example: 2023 }) year: number;
  @ApiProperty({ description: '元' }) gep: string;
}

export class GepOfYearsDto {
  @ApiProperty({ type: [GepOfYearDto] }) items: GepOfYearDto[];
}

class GepMatrixDto {
  @ApiProperty() service: string;
  @ApiProperty() class: string;
  @ApiProperty({ ...figures, description: '元 by ecosystem' }) cells: Record<string, string>;
  @ApiProperty() total: string;
}

class GepQuantilesDto {
  @ApiProperty() p5: string;
  @ApiProperty() p50: string;
  @ApiProperty() p95: string;
  @ApiProperty() mean: string;
}

class GepSwingDto {
  @ApiProperty() name: string;
  @ApiProperty({ description: 'GEP with this parameter alone at its low end, 元' }) low: string;
  @ApiProperty() high: string;
}

const quantiles = { type: 'object', additionalProperties: { $ref: '#/components/schemas/GepQuantilesDto' } } as const;

export class GepUncertaintyDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() resultHash: string;
  @ApiProperty({ type: DrawsBody }) settings: DrawsBody;
  @ApiProperty({ type: GepQuantilesDto }) gep: GepQuantilesDto;
  @ApiProperty(quantiles) classes: Record<string, GepQuantilesDto>;
  @ApiProperty(quantiles) services: Record<string, GepQuantilesDto>;
  @ApiProperty({ type: [GepSwingDto] }) tornado: GepSwingDto[];
  @ApiProperty({ description: 'Of settings, result and what was drawn' }) hash: string;
  @ApiProperty({ format: 'date-time' }) madeAt: string;
}

export class GepDto extends GepRowDto {
  @ApiProperty({ type: [String] }) ecosystems: string[];
  @ApiProperty({ type: [GepMatrixDto] }) rows: GepMatrixDto[];
  @ApiProperty(figures) classes: Record<string, string>;
  @ApiProperty(figures) totals: Record<string, string>;
  @ApiProperty({ ...figures, description: 'market, non_market, not_stated' }) pricing: Record<string, string>;
  @ApiProperty({ type: GepUncertaintyDto, nullable: true }) uncertainty: GepUncertaintyDto | null;
}
