import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TextDto } from '@qingheng/platform';

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

  @ApiProperty({ enum: STATUSES })
  status: (typeof STATUSES)[number];

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
  status: (typeof STATUSES)[number];

  @ApiProperty({ description: 'Compact JWS over the label as issued' })
  jws: string;
}
