import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches } from 'class-validator';

export class DoubleSampleQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Stock whose plots give the biomass of units of the same code' })
  @IsOptional()
  @IsUUID()
  stock?: string;

  @ApiPropertyOptional({ description: 'Its round; the last one if left out' })
  @IsOptional()
  @Matches(/^[1-9]\d?$/)
  round?: string;
}

class PhaseEstimateDto {
  @ApiProperty({ description: 't d.m./hm² of a stratum, t CO2e of the whole' }) value: number;
  @ApiProperty({ description: 'At 90 %, two-sided' }) halfWidth: number;
  @ApiProperty({ type: Number, nullable: true, description: 'U: half-width over the value' }) relative: number | null;
}

class DoubleStratumDto {
  @ApiProperty() stratum: string;
  @ApiProperty() hectares: number;
  @ApiProperty({ description: 'Units of the first phase' }) points: number;
  @ApiProperty({ description: 'Measured in the second' }) plots: number;
  @ApiProperty({ description: 't d.m./hm² for one of the auxiliary' }) slope: number;
  @ApiProperty({ description: 'ρ²' }) rhoSquared: number;
  @ApiProperty({ type: PhaseEstimateDto }) double: PhaseEstimateDto;
  @ApiProperty({ type: PhaseEstimateDto, description: 'The same plots without the auxiliary' })
  single: PhaseEstimateDto;
}

export class DoubleSampleDto {
  @ApiProperty({ description: 'Version of sink/double-sampling that was calculated' }) version: string;
  @ApiProperty({ type: [DoubleStratumDto] }) strata: DoubleStratumDto[];
  @ApiProperty({ type: PhaseEstimateDto }) double: PhaseEstimateDto;
  @ApiProperty({ type: PhaseEstimateDto }) single: PhaseEstimateDto;
  @ApiProperty({ type: Number, nullable: true, description: 'Single-phase plots that would give the same half-width' })
  equivalentPlots: number | null;
  @ApiProperty({ description: 'Plots of the stock that are no unit of the file' }) leftOut: number;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Tables as the method takes them' })
  input: object;
}
