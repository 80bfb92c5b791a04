import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

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

export class RunDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  filingId: string;

  @ApiProperty()
  revision: number;

  @ApiProperty({ enum: ['queued', 'running', 'succeeded', 'failed', 'cancelled'] })
  status: string;

  @ApiProperty({ description: 'Share done, 0 to 1' })
  progress: number;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  finishedAt: string | null;

  @ApiProperty({ type: 'array', items: { type: 'object' }, description: 'Issued results it was calculated from' })
  sources: object[];

  @ApiProperty({ type: 'array', items: { type: 'object' }, description: 'Figures taken from the factor library' })
  factors: object[];

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'Tables, outputs and hashes' })
  result?: object;

  @ApiPropertyOptional({ type: 'array', items: { type: 'object' }, description: 'Every fault, by table, row, column' })
  faults?: object[];
}
