import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PersonNameDto } from '@qingheng/platform';
import { DocumentBody } from '../withholding/decision.dto';

export class ParcelsTakenDto {
  @ApiProperty() parcels: number;
  @ApiProperty() contracts: number;
}

export class ParcelClaimDto {
  @ApiProperty() scheme: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
}

export class ParcelDto {
  @ApiProperty() id: string;
  @ApiProperty() contract: string;
  @ApiProperty() household: string;
  @ApiProperty() banner: string;
  @ApiProperty() code: string;
  @ApiProperty({ enum: ['ban', 'balance'] }) kind: 'ban' | 'balance';
  @ApiProperty() areaMu: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty() document: string;
  @ApiProperty({ type: [ParcelClaimDto] }) claims: ParcelClaimDto[];
}

export class ParcelPageDto {
  @ApiProperty({ type: [ParcelDto] }) items: ParcelDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

export class ParcelDifferenceDto {
  @ApiProperty() household: string;
  @ApiProperty() banner: string;
  @ApiProperty({ enum: ['ban', 'balance'] }) kind: 'ban' | 'balance';
  @ApiProperty() roster: string;
  @ApiProperty() register: string;
}

export class ParcelClaimedDto {
  @ApiProperty() code: string;
  @ApiProperty() household: string;
  @ApiProperty() scheme: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty({ description: 'How many there are in all' }) count: number;
}

export class ParcelCheckDto {
  @ApiProperty({ type: [ParcelDifferenceDto] }) differences: ParcelDifferenceDto[];
  @ApiProperty({ type: [ParcelClaimedDto] }) claimed: ParcelClaimedDto[];
}

export class FindingsTakenDto {
  @ApiProperty() taken: number;
  @ApiProperty() mayWithhold: number;
  @ApiProperty() unknown: number;
}

export class FindingDecisionDto {
  @ApiProperty() number: string;
  @ApiProperty() kind: string;
  @ApiProperty() status: string;
}

export class GrasslandFindingDto {
  @ApiProperty() id: string;
  @ApiProperty() household: string;
  @ApiProperty() banner: string;
  @ApiProperty() overstock: string;
  @ApiProperty() mayWithhold: boolean;
  @ApiProperty() fine: string;
  @ApiProperty() runId: string;
  @ApiProperty({ format: 'date-time' }) takenAt: string;
  @ApiProperty({ type: [FindingDecisionDto], nullable: true }) decisions: FindingDecisionDto[] | null;
}

export class GrasslandFindingPageDto {
  @ApiProperty({ type: [GrasslandFindingDto] }) items: GrasslandFindingDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

export class FineDto {
  @ApiProperty() id: string;
  @ApiProperty() number: string;
  @ApiProperty() household: string;
  @ApiProperty() banner: string;
  @ApiProperty() amount: string;
  @ApiProperty() reason: string;
  @ApiProperty({ type: DocumentBody }) document: DocumentBody;
  @ApiProperty({ enum: ['proposed', 'imposed', 'rejected', 'paid'] }) status:
    'proposed' | 'imposed' | 'rejected' | 'paid';
  @ApiProperty() slip: string;
  @ApiProperty({ type: PersonNameDto }) proposedBy: PersonNameDto;
  @ApiProperty({ type: PersonNameDto, nullable: true }) decidedBy: PersonNameDto | null;
  @ApiProperty({ format: 'date-time' }) proposedAt: string;
}

export class FinePageDto {
  @ApiProperty({ type: [FineDto] }) items: FineDto[];
  @ApiPropertyOptional() nextCursor?: string;
}
