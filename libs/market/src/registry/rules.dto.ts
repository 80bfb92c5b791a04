import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class AssetKindDto {
  @ApiProperty() kind: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
  @ApiProperty() unit: string;
  @ApiProperty() scale: number;
  @ApiProperty() serialised: boolean;
  @ApiProperty({ type: [String] }) operations: string[];
  @ApiPropertyOptional({ enum: ['required', 'optional'], description: 'Whether a series runs from a day to a day' })
  term?: 'required' | 'optional';
  @ApiPropertyOptional({ description: 'What a series of it stands on: it names that when it is opened' })
  behind?: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
  @ApiProperty() source: string;
}

export class OperationRuleDto {
  @ApiProperty() code: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
  @ApiProperty() from: string;
  @ApiProperty() to: string;
  @ApiPropertyOptional({ description: "The receiving account is the counterparty's" }) other?: boolean;
  @ApiPropertyOptional() hold?: boolean;
  @ApiPropertyOptional() of?: boolean;
  @ApiProperty({ type: [String] }) roles: string[];
  @ApiPropertyOptional({
    type: [String],
    description: 'Who may approve, another person than who asked; absent: at once',
  })
  approve?: string[];
  @ApiPropertyOptional({
    enum: ['document', 'reason', 'counterparty', 'lender', 'loan', 'year', 'beneficiary', 'into'],
    isArray: true,
  })
  needs?: ('document' | 'reason' | 'counterparty' | 'lender' | 'loan' | 'year' | 'beneficiary' | 'into')[];
  @ApiPropertyOptional({
    enum: ['also', 'only'],
    description: 'With units whose term is over: also, or only then; absent: not any more',
  })
  ended?: 'also' | 'only';
}

export class ComplianceYearDto {
  @ApiProperty() year: number;
  @ApiProperty({ type: [Number] }) vintages: number[];
  @ApiProperty() offset: string;
  @ApiProperty({ format: 'date' }) deadline: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
  @ApiProperty() source: string;
}

export class PledgeRuleDto {
  @ApiProperty() kind: string;
  @ApiProperty({ description: 'Least share by which the value is lowered before it is lent on' }) haircut: string;
  @ApiProperty({ description: 'How old a price may be, in days' }) price_age: number;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
  @ApiProperty() source: string;
}

export class RegistryRulesDto {
  @ApiProperty({ type: [AssetKindDto] }) assets: AssetKindDto[];
  @ApiProperty({ type: [OperationRuleDto] }) operations: OperationRuleDto[];
  @ApiProperty({ type: [ComplianceYearDto] }) years: ComplianceYearDto[];
  @ApiProperty({ type: [PledgeRuleDto] }) pledges: PledgeRuleDto[];
}
