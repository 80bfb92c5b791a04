import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Fault } from '@qingheng/sheet';
import { FaultDto, PageQuery } from '@qingheng/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { STOCK_STATUSES } from '../stock/stock.record';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const text = { type: String, nullable: true } as const;

export class StratumDto {
  @ApiProperty({ example: 'L1' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  code: string;

  @ApiPropertyOptional({ description: 'Decimal, hectares; worked out where a geometry is given' })
  @IsOptional()
  @Matches(/^\d{1,9}(\.\d{1,4})?$/)
  areaHa?: string;

  @ApiPropertyOptional(text)
  @IsOptional()
  @IsString()
  @MaxLength(100)
  species?: string;

  @ApiPropertyOptional(text)
  @IsOptional()
  @IsString()
  @MaxLength(100)
  ageClass?: string;

  @ApiPropertyOptional(text)
  @IsOptional()
  @IsString()
  @MaxLength(100)
  density?: string;

  @ApiPropertyOptional(text)
  @IsOptional()
  @IsString()
  @MaxLength(100)
  soil?: string;

  @ApiPropertyOptional(text)
  @IsOptional()
  @IsString()
  @MaxLength(100)
  climate?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, nullable: true, description: 'GeoJSON, CGCS2000' })
  @IsOptional()
  @IsObject()
  geometry?: object;
}

export class NewDivisionDto {
  @ApiProperty({ description: 'The version that is replaced; 0 for the first' })
  @IsInt()
  @Min(0)
  version: number;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validFrom: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;

  @ApiProperty({ type: [StratumDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => StratumDto)
  strata: StratumDto[];

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Plot → stratum, where neither place nor code says it',
  })
  @IsOptional()
  @IsObject()
  plots?: Record<string, string>;
}

export class StratumViewDto extends StratumDto {
  @ApiProperty()
  plots: number;
}

export class DivisionDto {
  @ApiProperty({ description: '0 where the project was never divided' })
  version: number;

  @ApiPropertyOptional({ format: 'date' })
  validFrom?: string;

  @ApiPropertyOptional(text)
  reason?: string | null;

  @ApiPropertyOptional({ description: 'Decimal, all strata' })
  hectares?: string;

  @ApiPropertyOptional({ description: 'Decimal, all areas of the project' })
  areaHectares?: string;

  @ApiProperty({ description: 'Whether the strata add up to the areas, within the tolerance' })
  fits: boolean;

  @ApiProperty({ type: [StratumViewDto] })
  strata: StratumViewDto[];
}

export class VersionQuery {
  @ApiPropertyOptional({ description: 'The current version when absent' })
  @IsOptional()
  @Matches(/^[1-9]\d{0,8}$/)
  version?: string;
}

class RoundDto {
  @ApiProperty()
  round: number;

  @ApiProperty({ format: 'date' })
  visitedOn: string;
}

export class PlotDto {
  @ApiProperty()
  code: string;

  @ApiProperty({ enum: ['permanent', 'temporary'] })
  kind: string;

  @ApiProperty({ enum: ['circle', 'square', 'rectangle'] })
  form: string;

  @ApiProperty({ description: 'Decimal, as laid out' })
  laidM2: string;

  @ApiProperty({ enum: ['horizontal', 'slope'] })
  laid: string;

  @ApiProperty()
  slopeDegrees: string;

  @ApiProperty({ description: 'Decimal, hectares, horizontal' })
  areaHa: string;

  @ApiProperty({ description: 'Degrees; to some kilometres for those who neither work on the plot nor check it' })
  longitude: string;

  @ApiProperty()
  latitude: string;

  @ApiProperty({ description: 'Whether the position is the true one' })
  exact: boolean;

  @ApiProperty(text)
  accuracyM: string | null;

  @ApiProperty(text)
  stratum: string | null;

  @ApiProperty({ ...text, description: 'Activity area around it; none where the boundary has moved away' })
  area: string | null;

  @ApiProperty({ format: 'date' })
  establishedOn: string;

  @ApiProperty({ type: [RoundDto] })
  visits: RoundDto[];
}

export class PlotPageDto {
  @ApiProperty({ type: [PlotDto] })
  items: PlotDto[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class RowsQuery extends PageQuery {
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
}

export class RowsDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: { type: 'string', nullable: true } },
    description: 'Columns as the form names them',
  })
  items: object[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class NewStockDto {
  @ApiProperty({ type: [Number], description: 'The earlier and the later round, or one alone' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(99, { each: true })
  rounds: number[];

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Species → equation, where the preferred one is not wanted',
  })
  @IsOptional()
  @IsObject()
  equations?: Record<string, string>;
}

export class StockDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  projectId: string;

  @ApiProperty({ type: [Number] })
  rounds: number[];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  equations: object;

  @ApiProperty({ enum: STOCK_STATUSES })
  status: (typeof STOCK_STATUSES)[number];

  @ApiProperty(text)
  inputHash: string | null;

  @ApiProperty(text)
  resultHash: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'By round and by stratum' })
  totals: object | null;

  @ApiProperty({ type: 'array', items: { type: 'object' }, description: 'Why a result on it cannot be issued' })
  provisional: object[];

  @ApiProperty({ type: [FaultDto] })
  faults: Fault[];

  @ApiProperty({ type: [FaultDto] })
  warnings: Fault[];

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ ...text, format: 'date-time' })
  finishedAt: string | null;
}

export class StockPageDto {
  @ApiProperty({ type: [StockDto] })
  items: StockDto[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class StockPlotsQuery extends PageQuery {
  @ApiProperty()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(99)
  round: number;
}

export class StockTreesQuery extends StockPlotsQuery {
  @ApiProperty()
  @IsString()
  @MaxLength(40)
  plot: string;
}

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
