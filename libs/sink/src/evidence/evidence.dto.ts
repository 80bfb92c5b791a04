import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const text = { type: String, nullable: true } as const;

export const EVIDENCE_KINDS = ['photo', 'instrument', 'calibration', 'document'] as const;

export class NewEvidenceQuery {
  @ApiProperty({ enum: EVIDENCE_KINDS })
  @IsIn(EVIDENCE_KINDS)
  kind: (typeof EVIDENCE_KINDS)[number];

  @ApiProperty({ description: 'Name of the file' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  plot?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(99)
  round?: number;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  takenOn?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

export class EvidenceDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: EVIDENCE_KINDS })
  kind: string;

  @ApiProperty()
  fileName: string;

  @ApiProperty()
  sha256: string;

  @ApiProperty()
  bytes: number;

  @ApiProperty(text)
  plot: string | null;

  @ApiProperty({ type: Number, nullable: true })
  round: number | null;

  @ApiProperty({ ...text, format: 'date' })
  takenOn: string | null;

  @ApiProperty(text)
  note: string | null;

  @ApiProperty({ type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } })
  addedBy: object;

  @ApiProperty({ format: 'date-time' })
  addedAt: string;
}

export class EvidencePageDto {
  @ApiProperty({ type: [EvidenceDto] })
  items: EvidenceDto[];

  @ApiPropertyOptional()
  nextCursor?: string;
}
