import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@qingheng/platform';
import {
  ArrayMaxSize,
  IsArray,
  IsDateString,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

export const STATUSES = ['proposed', 'approved', 'posted', 'refused', 'rejected'] as const;
export type OperationStatus = (typeof STATUSES)[number];

export class NewOperationDto {
  @ApiProperty({ example: 'transfer', description: 'see GET /registry/rules' })
  @IsString()
  @MaxLength(40)
  operation: string;

  @ApiProperty({ example: 'CEA24' })
  @IsString()
  @MaxLength(64)
  asset: string;

  @ApiPropertyOptional({ description: 'whose account; your own organisation unless you oversee' })
  @IsOptional()
  @IsUUID()
  holder?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  counterparty?: string;

  @ApiPropertyOptional({ example: '1250', description: 'left out when a hold is ended as a whole' })
  @IsOptional()
  @Matches(/^(0|[1-9]\d{0,14})(\.\d{1,6})?$/)
  amount?: string;

  @ApiPropertyOptional({ type: [String], example: ['1-250'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  serials?: string[];

  @ApiPropertyOptional({ description: 'the pending transfer to end or to use' })
  @IsOptional()
  @Matches(/^[1-9]\d{0,17}$/)
  hold?: string;

  @ApiPropertyOptional({ description: 'for holds: ends by itself after so many seconds' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(315_360_000)
  seconds?: number;

  @ApiPropertyOptional({ example: 2024 })
  @IsOptional()
  @IsInt()
  @Min(2013)
  @Max(2100)
  year?: number;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  document?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  lender?: string;

  @ApiPropertyOptional({
    example: '1500000.00',
    description: 'pledge: what is lent on it, in yuan; a part released: what is still lent on the rest',
  })
  @IsOptional()
  @Matches(/^(0|[1-9]\d{0,14})(\.\d{1,2})?$/)
  loan?: string;

  @ApiPropertyOptional({ example: '72.50', description: 'pledge: yuan a unit; the last close where it is left out' })
  @IsOptional()
  @Matches(/^(0|[1-9]\d{0,11})(\.\d{1,6})?$/)
  unitPrice?: string;

  @ApiPropertyOptional({ example: '评估报告 2026-017', description: 'pledge: where a given price comes from' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  priceSource?: string;

  @ApiPropertyOptional({ example: '2026-03-31', description: 'pledge: the day of a given price' })
  @IsOptional()
  @IsDateString({ strict: true })
  priceDate?: string;

  @ApiPropertyOptional({
    example: '0.30',
    description: 'pledge: share by which the lender lowers the value; not less than the rule of the kind',
  })
  @IsOptional()
  @Matches(/^0(\.\d{1,4})?$/)
  haircut?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  beneficiary?: string;

  @ApiPropertyOptional({ description: 'carry-over: the asset of the new vintage' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  into?: string;

  @ApiPropertyOptional({ example: '2024-12-24' })
  @IsOptional()
  @IsDateString({ strict: true })
  businessDate?: string;
}

export class OperationQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: OperationStatus;
}

export class RejectDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

class OperationRefusalDto {
  @ApiPropertyOptional() code?: string;
  @ApiPropertyOptional() reason?: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) details?: object;
}

export class OperationDto {
  @ApiProperty() id: string;
  @ApiProperty() number: string;
  @ApiProperty() organisationId: string;
  @ApiProperty() organisation: string;
  @ApiProperty() operation: string;
  @ApiProperty() asset: string;
  @ApiProperty() unit: string;
  @ApiProperty() amount: string;
  @ApiProperty({ type: [String], nullable: true }) serials: string[] | null;
  @ApiProperty({ type: String, nullable: true }) counterparty: string | null;
  @ApiProperty({ type: String, nullable: true }) hold: string | null;
  @ApiProperty({ type: Number, nullable: true }) year: number | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) details: object;
  @ApiProperty() businessDate: string;
  @ApiProperty({ enum: STATUSES }) status: OperationStatus;
  @ApiProperty({ type: OperationRefusalDto, nullable: true }) refusal: OperationRefusalDto | null;
  @ApiProperty({ type: String, nullable: true, description: 'number of the transfer; of a hold, its number' })
  transfer: string | null;
  @ApiProperty() askedBy: string;
  @ApiProperty() askedAt: Date;
  @ApiProperty({ type: String, nullable: true }) decidedBy: string | null;
  @ApiProperty({ type: Date, nullable: true }) decidedAt: Date | null;
}

export class OperationPageDto {
  @ApiProperty({ type: [OperationDto] }) items: OperationDto[];
  @ApiPropertyOptional() nextCursor?: string;
}
