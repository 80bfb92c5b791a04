import { ApiProperty } from '@nestjs/swagger';
import { ReversalDto } from '../reversal/reversal.dto';
import { PersonDto } from '../verification/verification.dto';

export class LotDto {
  @ApiProperty() vintage: number;
  @ApiProperty() asset: string;
  @ApiProperty() days: number;
  @ApiProperty({ description: 'Whole t CO2e' }) tonnes: string;
  @ApiProperty({ description: 'Whole t CO2e, of the tonnes' }) buffer: string;
}

export class IssuanceDto {
  @ApiProperty() statement: string;
  @ApiProperty({ description: 'Whole t CO2e' }) tonnes: string;
  @ApiProperty({ description: 'Whole t CO2e, of the tonnes' }) buffer: string;
  @ApiProperty({ type: String, nullable: true, description: 'Decimal, t CO2e: the stock verified' }) stock:
    string | null;
  @ApiProperty({ type: [String], description: 'Entries of the register in which a removal is used once only' })
  claims: string[];
  @ApiProperty({ enum: ['waiting', 'posted', 'refused'], description: 'In the book' })
  book: 'waiting' | 'posted' | 'refused';
  @ApiProperty({ type: PersonDto }) issuedBy: PersonDto;
  @ApiProperty({ format: 'date-time', type: String }) issuedAt: Date;
  @ApiProperty({ type: [LotDto] }) lots: LotDto[];
}

export class PeriodFiledDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: string;
  @ApiProperty() status: string;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) runId: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'Outputs of the run' })
  outputs: Record<string, unknown> | null;
}

export class PeriodVerificationDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: string;
  @ApiProperty({ enum: ['open', 'passed', 'failed'] }) status: 'open' | 'passed' | 'failed';
  @ApiProperty() verifier: string;
  @ApiProperty() openFindings: number;
}

export class PeriodCreditsDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date' }) start: string;
  @ApiProperty({ format: 'date' }) end: string;
  @ApiProperty({ type: PeriodFiledDto, nullable: true }) filing: PeriodFiledDto | null;
  @ApiProperty({ type: [PeriodVerificationDto] }) verifications: PeriodVerificationDto[];
  @ApiProperty({ type: IssuanceDto, nullable: true }) issuance: IssuanceDto | null;
}

export class CreditsDto {
  @ApiProperty({ format: 'uuid' }) projectId: string;
  @ApiProperty() number: string;
  @ApiProperty() name: string;
  @ApiProperty({ format: 'uuid' }) organisationId: string;
  @ApiProperty() organisation: string;
  @ApiProperty() region: string;
  @ApiProperty() method: string;
  @ApiProperty() status: string;
  @ApiProperty({ type: String, nullable: true, description: 'Number of the reversal that stops issuance' })
  blockedBy: string | null;
  @ApiProperty({ description: 'Whole t CO2e' }) issued: string;
  @ApiProperty({ description: 'Whole t CO2e in the buffer now' }) buffer: string;
  @ApiProperty({ type: [PeriodCreditsDto] }) periods: PeriodCreditsDto[];
  @ApiProperty({ type: [ReversalDto] }) reversals: ReversalDto[];
}
