import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

class TextDto {
  @ApiProperty()
  zh: string;

  @ApiProperty()
  en: string;
}

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

const STATUSES = ['valid', 'withdrawn', 'expired'];

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

  @ApiProperty({ enum: STATUSES })
  status: string;

  @ApiPropertyOptional({ format: 'date' })
  withdrawnOn?: string;

  @ApiPropertyOptional()
  withdrawReason?: string;
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
  status: string;

  @ApiProperty({ description: 'Compact JWS over the label as issued' })
  jws: string;
}
