import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@qingheng/platform';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { FiledInputDto } from './input.dto';
import { type FiledInput, FILING_STATUSES, type FilingStatus } from './filing.entity';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
export class NewFilingDto {
  @ApiProperty({ example: 'footprint/primary-aluminium' })
  @Matches(/^[a-z0-9-]+\/[a-z0-9-]+$/)
  method: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  product?: string;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  periodStart: string;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  periodEnd: string;

  @ApiProperty({ description: 'GB/T 2260', example: '150581' })
  @Matches(/^\d{2,12}$/)
  region: string;

  @ApiPropertyOptional({ format: 'date', description: 'Day whose parameters apply; the end of the period when absent' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  asOf?: string;

  @ApiPropertyOptional({ type: FiledInputDto })
  @IsOptional()
  @IsObject()
  input?: FiledInput;
}

export class ChangedFilingDto {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  product?: string;

  @ApiProperty({ type: FiledInputDto })
  @IsObject()
  input: FiledInput;

  @ApiProperty({ description: 'The revision that was changed' })
  @IsInt()
  @Min(1)
  revision: number;
}

export class FilingQuery extends PageQuery {
  @ApiPropertyOptional({ enum: FILING_STATUSES })
  @IsOptional()
  @IsIn(FILING_STATUSES)
  status?: FilingStatus;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  method?: string;
}

class PersonDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;
}

export class FilingSummaryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'F2026-000001' })
  number: string;

  @ApiProperty({ type: PersonDto })
  organisation: PersonDto;

  @ApiProperty()
  method: string;

  @ApiProperty()
  methodVersion: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ nullable: true, type: String })
  product: string | null;

  @ApiProperty({ format: 'date' })
  periodStart: string;

  @ApiProperty({ format: 'date' })
  periodEnd: string;

  @ApiProperty()
  region: string;

  @ApiProperty({ format: 'date' })
  asOf: string;

  @ApiProperty({ enum: FILING_STATUSES })
  status: FilingStatus;

  @ApiProperty()
  revision: number;

  @ApiProperty({ nullable: true, type: String })
  runId: string | null;

  @ApiProperty({ type: PersonDto })
  createdBy: PersonDto;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  @ApiProperty({ nullable: true, type: String })
  labelNumber: string | null;

  @ApiProperty({ nullable: true, type: String, description: 'Label or statement that was issued from it' })
  issuedNumber: string | null;
}

class RemarkDto {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: PersonDto })
  by: PersonDto;

  @ApiProperty({ enum: ['approve', 'return'] })
  decision: string;

  @ApiProperty()
  text: string;
}

export class FilingDto extends FilingSummaryDto {
  @ApiProperty({ type: FiledInputDto })
  input: FiledInputDto;

  @ApiProperty({ type: [RemarkDto] })
  remarks: RemarkDto[];
}

export class FilingPageDto {
  @ApiProperty({ type: [FilingSummaryDto] })
  items: FilingSummaryDto[];

  @ApiPropertyOptional()
  nextCursor?: string;
}
