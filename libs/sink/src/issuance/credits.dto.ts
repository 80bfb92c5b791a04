import { ApiProperty } from '@nestjs/swagger';
import { SinkReversalDto } from '../reversal/reversal.dto';
import { SinkStageDto } from '../stage/stage.dto';
import { SinkPersonDto } from '../verification/verification.dto';

export class SinkLotDto {
  @ApiProperty() vintage: number;
  @ApiProperty() asset: string;
  @ApiProperty() days: number;
  @ApiProperty({ description: 'Whole t CO2e' }) tonnes: string;
  @ApiProperty({ description: 'Whole t CO2e, of the tonnes' }) buffer: string;
}

export class SinkIssuanceDto {
  @ApiProperty() statement: string;
  @ApiProperty({ description: 'Whole t CO2e' }) tonnes: string;
  @ApiProperty({ description: 'Whole t CO2e, of the tonnes' }) buffer: string;
  @ApiProperty({ type: String, nullable: true, description: 'Decimal, t CO2e: the stock verified' }) stock:
    string | null;
  @ApiProperty({ type: [String], description: 'Entries of the register in which a removal is used once only' })
  claims: string[];
  @ApiProperty({ enum: ['waiting', 'posted', 'refused'], description: 'In the book' })
  book: 'waiting' | 'posted' | 'refused';
  @ApiProperty({ type: SinkPersonDto }) issuedBy: SinkPersonDto;
  @ApiProperty({ format: 'date-time', type: String }) issuedAt: Date;
  @ApiProperty({ type: [SinkLotDto] }) lots: SinkLotDto[];
}

export class SinkPeriodFiledDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: string;
  @ApiProperty() status: string;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) runId: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'Outputs of the run' })
  outputs: Record<string, unknown> | null;
}

export class SinkPeriodVerificationDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: string;
  @ApiProperty({ enum: ['open', 'passed', 'failed'] }) status: 'open' | 'passed' | 'failed';
  @ApiProperty() verifier: string;
  @ApiProperty() openFindings: number;
}

export class SinkPeriodCreditsDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date' }) start: string;
  @ApiProperty({ format: 'date' }) end: string;
  @ApiProperty({ type: SinkPeriodFiledDto, nullable: true }) filing: SinkPeriodFiledDto | null;
  @ApiProperty({ type: [SinkPeriodVerificationDto] }) verifications: SinkPeriodVerificationDto[];
  @ApiProperty({ type: SinkIssuanceDto, nullable: true }) issuance: SinkIssuanceDto | null;
  @ApiProperty({ type: [SinkStageDto], description: 'Of the registry, taken for the present result' })
  stages: SinkStageDto[];
}

export class SinkCreditsDto {
  @ApiProperty({ format: 'uuid' }) projectId: string;
  @ApiProperty() number: string;
  @ApiProperty() name: string;
  @ApiProperty({ format: 'uuid' }) organisationId: string;
  @ApiProperty() organisation: string;
  @ApiProperty() region: string;
  @ApiProperty() method: string;
  @ApiProperty() status: string;
  @ApiProperty({ description: 'Nothing is issued before the reductions are registered' }) stagesRequired: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Number of the reversal that stops issuance' })
  blockedBy: string | null;
  @ApiProperty({ description: 'Whole t CO2e' }) issued: string;
  @ApiProperty({ description: 'Whole t CO2e in the buffer now' }) buffer: string;
  @ApiProperty({ type: [SinkPeriodCreditsDto] }) periods: SinkPeriodCreditsDto[];
  @ApiProperty({ type: [SinkReversalDto] }) reversals: SinkReversalDto[];
}
