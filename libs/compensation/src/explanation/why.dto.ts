import { ApiProperty } from '@nestjs/swagger';
import { ExplanationDto, MethodSourceDto } from '@qingheng/pipeline';
import { TextDto } from '@qingheng/platform';
import { LegalBasisDto } from '../programme/programme.dto';
import { DecisionLineDto, DocumentBody } from '../withholding/decision.dto';

export class WhyProgrammeDto {
  @ApiProperty() id: string;
  @ApiProperty() number: string;
  @ApiProperty() title: string;
  @ApiProperty() year: number;
}

export class WhyMethodDto {
  @ApiProperty() id: string;
  @ApiProperty() version: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty({ type: MethodSourceDto }) source: MethodSourceDto;
}

export class WhyHouseholdDto {
  @ApiProperty() number: string;
  @ApiProperty({ description: 'Masked' }) name: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) quantities: Record<string, string>;
}

export class WhyAboveDto {
  @ApiProperty() code: string;
  @ApiProperty() level: string;
  @ApiProperty() households: number;
  @ApiProperty() amount: string;
  @ApiProperty({ type: String, nullable: true }) nameZh: string | null;
  @ApiProperty({ type: String, nullable: true }) nameEn: string | null;
}

export class WhyPoolDto {
  @ApiProperty() code: string;
  @ApiProperty() amount: string;
  @ApiProperty() unallotted: string;
}

export class WhyDecisionDto {
  @ApiProperty() number: string;
  @ApiProperty({ enum: ['hold', 'release', 'reduce', 'stop', 'restore', 'recover'] }) kind:
    'hold' | 'release' | 'reduce' | 'stop' | 'restore' | 'recover';
  @ApiProperty({ type: String, nullable: true }) amount: string | null;
  @ApiProperty() reason: string;
  @ApiProperty({ type: DocumentBody }) document: DocumentBody;
  @ApiProperty() clause: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: string | null;
  @ApiProperty({ type: [DecisionLineDto] }) lines: DecisionLineDto[];
}

/** 为什么是这个数: from the region's pool down to what was filed. */
export class WhyDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: WhyProgrammeDto }) programme: WhyProgrammeDto;
  @ApiProperty({ type: [LegalBasisDto] }) legalBasis: LegalBasisDto[];
  @ApiProperty({ type: WhyMethodDto }) method: WhyMethodDto;
  @ApiProperty({ type: WhyHouseholdDto }) household: WhyHouseholdDto;
  @ApiProperty() amount: string;
  @ApiProperty({ description: 'What is left of it after decisions' }) due: string;
  @ApiProperty({ type: [WhyDecisionDto] }) decisions: WhyDecisionDto[];
  @ApiProperty({ type: [TextDto] }) sentences: TextDto[];
  @ApiProperty({ type: ExplanationDto }) explanation: ExplanationDto;
  @ApiProperty({ type: [WhyAboveDto] }) above: WhyAboveDto[];
  @ApiProperty({ type: WhyPoolDto }) pool: WhyPoolDto;
}
