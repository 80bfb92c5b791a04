import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FaultDto, PageQuery } from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { STOCK_STATUSES } from './stock.record';

const text = { type: String, nullable: true } as const;

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
