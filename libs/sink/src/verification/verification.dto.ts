import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { FINDING_KINDS, type FindingKind } from './verification.types';

/** A share below one with at most four decimals. */
const SHARE = /^0(\.\d{1,4})?$/;
const POSITIVE_SHARE = /^0\.(?!0+$)\d{1,4}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class SinkPeriodFilingDto {
  @ApiProperty({ format: 'uuid', description: 'A filing of the same method, region and period' })
  @IsUUID()
  filing: string;
}

export class NewSinkVerificationDto {
  @ApiProperty({ description: 'Decimal share: how far a plot may differ', example: '0.10' })
  @Matches(POSITIVE_SHARE)
  tolerance: string;

  @ApiProperty({ description: 'Decimal share: how far all plots together may differ', example: '0.05' })
  @Matches(POSITIVE_SHARE)
  materiality: string;

  @ApiProperty({ description: 'Rule and clause on which tolerance and materiality rest' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  basis: string;

  @ApiProperty({ description: 'Decimal share of what is issued that goes to the buffer', example: '0.05' })
  @Matches(SHARE)
  bufferShare: string;

  @ApiProperty({ description: 'Rule or risk rating on which the buffer rests' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  bufferBasis: string;

  @ApiPropertyOptional({ description: 'Share of the plots of each stratum to measure again', default: 0.1 })
  @IsOptional()
  @IsNumber()
  @Min(0.01)
  @Max(1)
  sample?: number;
}

export class SinkMeasurementDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  plot: string;

  @ApiProperty({ description: 'Decimal, in the unit of the method', example: '52.4' })
  @Matches(/^\d{1,12}(\.\d{1,8})?$/)
  value: string;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  measuredOn: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

export class SinkMeasurementsDto {
  @ApiProperty({ type: [SinkMeasurementDto] })
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => SinkMeasurementDto)
  plots: SinkMeasurementDto[];
}

export class NewSinkFindingDto {
  @ApiProperty({ enum: FINDING_KINDS })
  @IsIn(FINDING_KINDS)
  kind: FindingKind;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  plot?: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  text: string;
}

export class SinkAnswerDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  answer: string;
}

export class SinkConclusionDto {
  @ApiProperty({ description: 'false sends it back to the owner' })
  @IsBoolean()
  close: boolean;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  conclusion: string;
}

export class SinkDecisionDto {
  @ApiProperty({ enum: ['passed', 'failed'] })
  @IsIn(['passed', 'failed'])
  conclusion: 'passed' | 'failed';

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  statement: string;
}

export class SinkPersonDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

export class SinkCandidatePlotDto {
  @ApiProperty() plot: string;
  @ApiProperty() stratum: string;
  @ApiProperty({ description: 'Decimal: what the owner found' }) value: string;
}

export class SinkVerifiedPlotDto {
  @ApiProperty() plot: string;
  @ApiProperty() stratum: string;
  @ApiProperty({ description: 'Decimal' }) ownerValue: string;
  @ApiProperty({ description: 'Decimal' }) verifierValue: string;
  @ApiProperty() within: boolean;
  @ApiProperty({ format: 'date' }) measuredOn: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}

export class SinkFindingDto {
  @ApiProperty() number: number;
  @ApiProperty({ enum: FINDING_KINDS }) kind: FindingKind;
  @ApiProperty({ type: String, nullable: true }) plot: string | null;
  @ApiProperty() text: string;
  @ApiProperty({ enum: ['open', 'answered', 'closed'] }) status: 'open' | 'answered' | 'closed';
  @ApiProperty({ type: String, nullable: true }) answer: string | null;
  @ApiProperty({ type: String, nullable: true }) conclusion: string | null;
  @ApiProperty({ type: SinkPersonDto }) raisedBy: SinkPersonDto;
  @ApiProperty({ format: 'date-time', type: String }) raisedAt: Date;
  @ApiProperty({ type: SinkPersonDto, nullable: true }) answeredBy: SinkPersonDto | null;
  @ApiProperty({ format: 'date-time', type: String, nullable: true }) answeredAt: Date | null;
  @ApiProperty({ type: SinkPersonDto, nullable: true }) closedBy: SinkPersonDto | null;
  @ApiProperty({ format: 'date-time', type: String, nullable: true }) closedAt: Date | null;
}

export class SinkVerificationDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'SV2026-00001' }) number: string;
  @ApiProperty({ format: 'uuid' }) organisationId: string;
  @ApiProperty({ format: 'uuid' }) projectId: string;
  @ApiProperty({ format: 'uuid' }) periodId: string;
  @ApiProperty({ format: 'uuid' }) filingId: string;
  @ApiProperty({ format: 'uuid' }) runId: string;
  @ApiProperty() resultHash: string;
  @ApiProperty({ type: SinkPersonDto }) verifier: SinkPersonDto;
  @ApiProperty({ description: 'Decimal' }) tolerance: string;
  @ApiProperty({ description: 'Decimal' }) materiality: string;
  @ApiProperty() basis: string;
  @ApiProperty({ description: 'Decimal' }) bufferShare: string;
  @ApiProperty() bufferBasis: string;
  @ApiProperty({ type: [String], description: 'Plots to measure again, drawn by the hash of the result' })
  sample: string[];
  @ApiProperty({ enum: ['open', 'passed', 'failed'] }) status: 'open' | 'passed' | 'failed';
  @ApiProperty({ type: String, nullable: true }) statement: string | null;
  @ApiProperty({ format: 'date-time', type: String }) openedAt: Date;
  @ApiProperty({ format: 'date-time', type: String, nullable: true }) decidedAt: Date | null;
  @ApiProperty() method: string;
  @ApiProperty({ description: 'Unit of the plots' }) unit: string;
  @ApiProperty({ type: [SinkCandidatePlotDto] }) candidates: SinkCandidatePlotDto[];
  @ApiProperty({ type: [SinkVerifiedPlotDto] }) plots: SinkVerifiedPlotDto[];
  @ApiProperty({ type: [SinkFindingDto] }) findings: SinkFindingDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Decimal: relative error of all plots together' })
  error: string | null;
}
