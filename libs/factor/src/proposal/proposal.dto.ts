import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@qingheng/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { FIELD_NAMES } from '../fields/factor-fields';

export const STATUSES = ['proposed', 'returned', 'published', 'withdrawn'] as const;
const text = { nullable: true, type: String } as const;

export class ProposalRowBody {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: `Cells as text, by field: ${FIELD_NAMES.join(', ')}. Gases "CO2=0.55; CH4=0.0008", quality "1;2;1;3;2"`,
    example: { id: 'wool-greasy-2025', category: 'livestock-cashmere', value: '12.5', unit: 'kg CO2e/kg' },
  })
  @IsObject()
  cells: Record<string, string | null>;
}

export class ProposalBody {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @ApiPropertyOptional({ description: 'Why, and what the values rest on' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  reason?: string;

  @ApiProperty({ type: [ProposalRowBody] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ProposalRowBody)
  rows: ProposalRowBody[];
}

export class ProposalDecisionBody {
  @ApiProperty({ enum: ['publish', 'return'] })
  @IsIn(['publish', 'return'])
  decision: 'publish' | 'return';

  @ApiPropertyOptional({ description: 'Needed to send it back' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  remarks?: string;
}

export class ProposalQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: string;
}

export class ProposalDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'FP2026-000001' })
  number: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  reason: string;

  @ApiProperty({ ...text, description: 'spreadsheet that it was imported from' })
  fileName: string | null;

  @ApiProperty({ description: 'number of factors' })
  rows: number;

  @ApiProperty({ enum: STATUSES })
  status: string;

  @ApiProperty()
  organisation: string;

  @ApiProperty()
  proposer: string;

  @ApiProperty({ format: 'uuid' })
  proposedBy: string;

  @ApiProperty({ type: String, format: 'date-time' })
  proposedAt: Date;

  @ApiProperty(text)
  reviewer: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  reviewedAt: Date | null;

  @ApiProperty()
  remarks: string;

  @ApiProperty({ ...text, format: 'uuid', description: 'the shadow run, once published' })
  shadowId: string | null;
}

export class ProposalPageDto {
  @ApiProperty({ type: [ProposalDto] })
  items: ProposalDto[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class ProposalRowDto {
  @ApiProperty()
  row: number;

  @ApiProperty()
  factorId: string;

  @ApiProperty({ description: 'version that it was made on; 0: a new factor' })
  baseVersion: number;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'what is proposed, by field' })
  record: object;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'the version before' })
  before: object | null;
}

export class ProposalRowPageDto {
  @ApiProperty({ type: [ProposalRowDto] })
  items: ProposalRowDto[];

  @ApiPropertyOptional()
  nextCursor?: string;
}
