import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@qingheng/platform';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

export const WITHDRAWAL_STATUSES = ['proposed', 'passed', 'returned', 'taken_back'] as const;
export type WithdrawalStatus = (typeof WITHDRAWAL_STATUSES)[number];

export class WithdrawalBody {
  @ApiProperty({ example: 'wool-greasy-2025' })
  @Matches(/^[a-z0-9-]{1,200}$/)
  factor: string;

  @ApiProperty({ example: 2 })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version: number;

  @ApiProperty({ description: 'Why nothing new may be calculated with it' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class WithdrawalDecisionBody {
  @ApiProperty({ enum: ['pass', 'return'] })
  @IsIn(['pass', 'return'])
  decision: 'pass' | 'return';

  @ApiPropertyOptional({ description: 'Needed to send it back' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  remarks?: string;
}

export class WithdrawalQuery extends PageQuery {
  @ApiPropertyOptional({ enum: WITHDRAWAL_STATUSES })
  @IsOptional()
  @IsIn(WITHDRAWAL_STATUSES)
  status?: WithdrawalStatus;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  factor?: string;
}

export class WithdrawalDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() factorId: string;
  @ApiProperty() version: number;
  @ApiProperty() nameZh: string;
  @ApiProperty() nameEn: string;
  @ApiProperty() reason: string;
  @ApiProperty({ enum: WITHDRAWAL_STATUSES }) status: WithdrawalStatus;
  @ApiProperty() proposer: string;
  @ApiProperty({ format: 'uuid' }) proposedBy: string;
  @ApiProperty({ format: 'date-time' }) proposedAt: Date;
  @ApiProperty({ type: String, nullable: true }) reviewer: string | null;
  @ApiProperty({ type: Date, nullable: true }) reviewedAt: Date | null;
  @ApiProperty() remarks: string;
  @ApiProperty({ description: 'Filings whose result as it stands rests on it' }) uses: number;
}

export class WithdrawalPageDto {
  @ApiProperty({ type: [WithdrawalDto] }) items: WithdrawalDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

export class FactorFilingDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() method: string;
  @ApiProperty() status: string;
  @ApiProperty() organisation: string;
  @ApiProperty({ format: 'date' }) periodStart: string;
  @ApiProperty({ format: 'date' }) periodEnd: string;
}

export class FactorFilingPageDto {
  @ApiProperty({ type: [FactorFilingDto] }) items: FactorFilingDto[];
  @ApiPropertyOptional() nextCursor?: string;
}
