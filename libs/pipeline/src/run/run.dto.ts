import { FaultDto, TextDto } from '@qingheng/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { Row } from '@qingheng/sheet';

export class RunStartedDto {
  @ApiProperty({ format: 'uuid' })
  runId: string;
}

export class CellQuery {
  @ApiProperty({ description: 'table/key/column or output/name', example: 'plant/P1/footprint_kgco2e_per_t' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  cell: string;
}

export class ParameterUseDto {
  @ApiProperty() name: string;
  @ApiPropertyOptional({ type: [String] }) keys?: string[];
  @ApiProperty() value: string;
  @ApiProperty() unit: string;
  @ApiProperty() source: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
  @ApiProperty({ description: 'A what-if: never issued' }) overridden: boolean;
  @ApiPropertyOptional({ description: 'Chosen by the filing' }) given?: boolean;
}

/** All numbers are decimal strings. */
export class RunResultDto {
  @ApiProperty() method: string;
  @ApiProperty() version: string;
  @ApiProperty() sheetHash: string;
  @ApiProperty() parameterHash: string;
  @ApiProperty() inputHash: string;
  @ApiProperty() resultHash: string;
  @ApiProperty({ format: 'date' }) asOf: string;
  @ApiPropertyOptional() region?: string;
  @ApiProperty() issuable: boolean;
  @ApiProperty({ type: [FaultDto] }) whyNot: FaultDto[];
  @ApiProperty({ type: [ParameterUseDto] }) parametersUsed: ParameterUseDto[];
  @ApiProperty({
    type: 'object',
    additionalProperties: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }], nullable: true },
      },
    },
    description: 'Rows with key, inputs and computed columns, by table',
  })
  tables: Record<string, Row[]>;
  @ApiProperty({ type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'boolean' }] } })
  outputs: Record<string, string | boolean>;
  @ApiProperty({ type: [FaultDto] }) warnings: FaultDto[];
}

class TableSourceDto {
  @ApiProperty() kind: string;
  @ApiProperty({ format: 'uuid' }) id: string;
}

export class RunSourceDto {
  @ApiProperty() table: string;
  @ApiPropertyOptional() filing?: string;
  @ApiPropertyOptional() runId?: string;
  @ApiPropertyOptional({ type: TableSourceDto, description: 'Worked out by a domain, such as a stock' })
  source?: TableSourceDto;
  @ApiProperty() resultHash: string;
}

export class RunFactorUseDto {
  @ApiProperty() id: string;
  @ApiProperty() version: number;
  @ApiProperty() nameZh: string;
  @ApiProperty() nameEn: string;
  @ApiProperty() source: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
}

export class RunFactorDto {
  @ApiProperty() table: string;
  @ApiProperty() row: string;
  @ApiProperty() column: string;
  @ApiPropertyOptional({ format: 'date' }) day?: string;
  @ApiProperty({ type: RunFactorUseDto }) factor: RunFactorUseDto;
}

export class RunDto {
  @ApiProperty() id: string;
  @ApiProperty() filingId: string;
  @ApiProperty() revision: number;
  @ApiProperty({ enum: ['queued', 'running', 'succeeded', 'failed', 'cancelled'] }) status:
    'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  @ApiProperty({ description: 'Share done, 0 to 1' }) progress: number;
  @ApiProperty({ type: TextDto, nullable: true, description: 'What it is doing' }) note: TextDto | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt: string | null;
  @ApiProperty({ type: [RunSourceDto], description: 'Issued results it was calculated from' }) sources: RunSourceDto[];
  @ApiProperty({ type: [RunFactorDto], description: 'Figures taken from the factor library' }) factors: RunFactorDto[];
  @ApiPropertyOptional({ type: RunResultDto }) result?: RunResultDto;
  @ApiPropertyOptional({ type: [FaultDto], description: 'Every fault, by table, row, column' }) faults?: FaultDto[];
}

/** A figure, how it came about, and what it rests on. */
export class ExplanationDto {
  @ApiProperty({ type: TextDto }) label: TextDto;
  @ApiProperty({ description: 'e.g. household/150725-1/amount, parameter/ban_rate, output/total' }) place: string;
  @ApiProperty() value: string;
  @ApiProperty() unit: string;
  @ApiPropertyOptional() formula?: string;
  @ApiPropertyOptional({ type: TextDto, description: 'The formula in the titles of what it reads' }) words?: TextDto;
  @ApiPropertyOptional({ description: 'The formula with its numbers in it' }) filled?: string;
  @ApiPropertyOptional() clause?: string;
  @ApiPropertyOptional() rounding?: string;
  @ApiPropertyOptional() source?: string;
  @ApiPropertyOptional({ enum: ['official', 'secondary', 'provisional'] }) confidence?:
    'official' | 'secondary' | 'provisional';
  @ApiPropertyOptional({ description: 'Where children were cut: how many rows there are in all' }) childCount?: number;
  @ApiProperty({ type: () => [ExplanationDto] }) children: ExplanationDto[];
}
