import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery, TextDto } from '@qingheng/platform';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

class StageDto {
  @ApiProperty()
  stage: string;

  @ApiProperty({ type: TextDto })
  title: TextDto;

  @ApiProperty({ description: 'Decimal' })
  value: string;

  @ApiProperty({ description: 'Per cent, one decimal' })
  share: string;
}

class BaselineDto {
  @ApiProperty() number: string;
  @ApiProperty({ description: 'Decimal' }) value: string;
  @ApiProperty({ description: 'Per cent, one decimal' }) reduction: string;
}

class OffsetDto {
  @ApiProperty() asset: string;
  @ApiProperty({ type: [String] }) serials: string[];
  @ApiProperty({ description: 'Declared units; decimal' }) quantity: string;
  @ApiProperty({ description: 't CO2e' }) amount: string;
}

const STATUSES = ['valid', 'withdrawn', 'expired'] as const;

export class LabelDto {
  @ApiProperty({ example: 'CF2026-000001-22' })
  number: string;

  @ApiProperty()
  productName: string;

  @ApiProperty()
  organisation: string;

  @ApiProperty({ example: '1 t' })
  declaredUnit: string;

  @ApiProperty({ description: 'Decimal' })
  value: string;

  @ApiProperty({ example: 'kg CO2e/t' })
  unit: string;

  @ApiProperty({ type: TextDto })
  boundary: TextDto;

  @ApiProperty({ format: 'date' })
  periodStart: string;

  @ApiProperty({ format: 'date' })
  periodEnd: string;

  @ApiProperty({ format: 'date' })
  issuedOn: string;

  @ApiProperty({ format: 'date' })
  expiresOn: string;

  @ApiProperty()
  method: string;

  @ApiProperty()
  methodVersion: string;

  @ApiProperty()
  sheetHash: string;

  @ApiProperty()
  resultHash: string;

  @ApiProperty({ type: [StageDto] })
  stages: StageDto[];

  @ApiPropertyOptional({ enum: ['footprint', 'reduced', 'neutral'], description: 'absent: footprint' })
  kind?: 'footprint' | 'reduced' | 'neutral';

  @ApiPropertyOptional()
  product?: string;

  @ApiPropertyOptional({ type: BaselineDto, description: 'the own label a reduced one is below' })
  baseline?: BaselineDto;

  @ApiPropertyOptional({ type: OffsetDto, description: 'apart from the figure, which it does not change' })
  offset?: OffsetDto;

  @ApiProperty({ enum: STATUSES })
  status: (typeof STATUSES)[number];

  @ApiPropertyOptional({ format: 'date' })
  withdrawnOn?: string;

  @ApiPropertyOptional()
  withdrawReason?: string;
}

export class LabelQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Part of the number, the product or the organisation' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: (typeof STATUSES)[number];
}

export class LabelPageDto {
  @ApiProperty({ type: [LabelDto] })
  items: LabelDto[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class PublicLabelDto {
  @ApiProperty({ type: LabelDto })
  label: LabelDto;

  @ApiProperty({ enum: STATUSES })
  status: (typeof STATUSES)[number];

  @ApiProperty({ description: 'Compact JWS over the label as issued' })
  jws: string;
}
