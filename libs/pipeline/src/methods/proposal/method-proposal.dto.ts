import { FaultDto, PageQuery, TextDto } from '@qingheng/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export const METHOD_PROPOSAL_STATUSES = ['proposed', 'returned', 'published', 'withdrawn'] as const;
type Status = (typeof METHOD_PROPOSAL_STATUSES)[number];

export class MethodProposalBody {
  @ApiProperty({ description: 'The whole sheet, as YAML; at most 1 MB' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_048_576)
  yaml: string;

  @ApiProperty({ description: 'What changes, and what it rests on' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  reason: string;
}

export class MethodSourceBody {
  @ApiProperty({ description: 'The whole sheet, as YAML' })
  @IsString()
  @MaxLength(1_048_576)
  yaml: string;
}

export class MethodDecisionBody {
  @ApiProperty({ enum: ['publish', 'return'] })
  @IsIn(['publish', 'return'])
  decision: 'publish' | 'return';

  @ApiPropertyOptional({ description: 'Needed to send it back' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  remarks?: string;
}

export class MethodProposalQuery extends PageQuery {
  @ApiPropertyOptional({ enum: METHOD_PROPOSAL_STATUSES })
  @IsOptional()
  @IsIn(METHOD_PROPOSAL_STATUSES)
  status?: Status;
}

export class MethodProposalSummaryDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'MP2026-000001' }) number: string;
  @ApiProperty() method: string;
  @ApiProperty() version: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty() hash: string;
  @ApiProperty() reason: string;
  @ApiProperty({ enum: METHOD_PROPOSAL_STATUSES }) status: Status;
  @ApiProperty({ format: 'uuid' }) proposedBy: string;
  @ApiProperty() proposer: string;
  @ApiProperty({ type: String, format: 'date-time' }) proposedAt: Date;
  @ApiProperty({ nullable: true, type: String }) reviewer: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) reviewedAt: Date | null;
  @ApiProperty() remarks: string;
}

export class MethodProposalPageDto {
  @ApiProperty({ type: [MethodProposalSummaryDto] }) items: MethodProposalSummaryDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

export class ChangedFieldDto {
  @ApiProperty() field: string;
  @ApiProperty({ description: 'Empty: it was not there' }) before: string;
  @ApiProperty({ description: 'Empty: it is gone' }) after: string;
}

const PARTS = ['sheet', 'parameter', 'lookup', 'table', 'input', 'column', 'check', 'output', 'example'] as const;

export class SheetChangeDto {
  @ApiProperty({ enum: PARTS }) part: (typeof PARTS)[number];
  @ApiProperty({ example: 'table/plant/footprint_kgco2e_per_t' }) place: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty({ enum: ['added', 'removed', 'changed'] }) kind: 'added' | 'removed' | 'changed';
  @ApiProperty({ type: [ChangedFieldDto] }) fields: ChangedFieldDto[];
}

export class ExampleFigureDto {
  @ApiProperty({ description: 'table/key/column or output/name' }) place: string;
  @ApiProperty() expected: string;
  @ApiProperty({ description: 'Empty: the sheet gives no such figure' }) got: string;
  @ApiProperty() ok: boolean;
}

export class ExampleOutcomeDto {
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty() source: string;
  @ApiProperty() ok: boolean;
  @ApiPropertyOptional({ description: 'Relative tolerance; absent: exact decimals' }) rtol?: number;
  @ApiProperty({ description: 'An example of input that must be refused' }) refused: boolean;
  @ApiProperty({ type: [ExampleFigureDto] }) figures: ExampleFigureDto[];
  @ApiProperty({ type: [String], description: 'What differs, one line each' }) differences: string[];
  @ApiPropertyOptional({ format: 'date' }) asOf?: string;
  @ApiPropertyOptional() region?: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Its input, to start a trial from' })
  input: object;
}

/** What the compiler and the sheet's own examples say, before anything is proposed. */
export class MethodCheckDto {
  @ApiProperty({ description: 'Compiles, and reproduces its own examples' }) sound: boolean;
  @ApiProperty({ type: [FaultDto], description: 'Named by place in the sheet' }) faults: FaultDto[];
  @ApiPropertyOptional() method?: string;
  @ApiPropertyOptional() version?: string;
  @ApiPropertyOptional({ type: TextDto }) title?: TextDto;
  @ApiProperty({ type: [ExampleOutcomeDto] }) examples: ExampleOutcomeDto[];
  @ApiPropertyOptional({ description: 'The version that it is compared with' }) base?: string;
  @ApiProperty({ type: [SheetChangeDto] }) changes: SheetChangeDto[];
}

export class MethodProposalDto extends MethodProposalSummaryDto {
  @ApiProperty() yaml: string;
  @ApiProperty({ type: MethodCheckDto }) check: MethodCheckDto;
}

export class MethodYamlDto {
  @ApiProperty() yaml: string;
}
