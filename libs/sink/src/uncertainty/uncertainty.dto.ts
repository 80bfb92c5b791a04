import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { SinkPersonDto } from '../verification/verification.dto';

const CONFIDENCES = ['official', 'secondary', 'provisional'] as const;
type Confidence = (typeof CONFIDENCES)[number];

export class SinkMomentsDto {
  @ApiProperty() stratum: string;
  @ApiProperty({ description: 'Hectares' }) hectares: number;
  @ApiProperty() plots: number;
  @ApiProperty({ description: 't d.m./ha' }) mean: number;
  @ApiProperty({ description: 'Sample standard deviation, t d.m./ha' }) deviation: number;
}

export class SinkChangeDto {
  @ApiProperty({ description: 't CO2e' }) total: number;
  @ApiProperty({ description: 't CO2e at 90 %' }) halfWidth: number;
  @ApiProperty({ type: Number, nullable: true, description: 'U; null where the change is nothing' })
  relative: number | null;
  @ApiProperty() degrees: number;
  @ApiPropertyOptional({ description: 'Plots measured at both visits' }) pairs?: number;
}

export class SinkSchemeDto {
  @ApiProperty() code: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
  @ApiProperty({ enum: ['known', 'too_uncertain', 'unknown'] }) state: 'known' | 'too_uncertain' | 'unknown';
  @ApiProperty({ type: Number, nullable: true, description: 't CO2e taken off' }) deduction: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 't CO2e that count' }) credited: number | null;
  @ApiProperty({ enum: CONFIDENCES }) confidence: Confidence;
  @ApiProperty() source: string;
}

class SinkSourceSpreadDto {
  @ApiProperty() code: string;
  @ApiProperty({ description: 't CO2e: the spread with this source alone' }) sd: number;
}

class SinkBinDto {
  @ApiProperty() from: number;
  @ApiProperty() to: number;
  @ApiProperty() count: number;
}

export class SinkSimulationResultDto {
  @ApiProperty() seed: number;
  @ApiProperty() draws: number;
  @ApiProperty({ description: 't CO2e' }) p5: number;
  @ApiProperty({ description: 't CO2e' }) p50: number;
  @ApiProperty({ description: 't CO2e' }) p95: number;
  @ApiProperty({ description: 't CO2e' }) mean: number;
  @ApiProperty({ description: 't CO2e' }) sd: number;
  @ApiProperty({ type: [SinkSourceSpreadDto] }) alone: SinkSourceSpreadDto[];
  @ApiProperty({ type: [SinkBinDto] }) histogram: SinkBinDto[];
}

export class SinkSimulationDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: SinkSimulationResultDto }) result: SinkSimulationResultDto;
  @ApiProperty({ type: 'array', items: { type: 'object' }, description: 'Relative errors drawn from' })
  assumptions: object[];
  @ApiProperty({ description: 'Of the result: the same seed gives the same' }) sha256: string;
  @ApiProperty({ type: SinkPersonDto }) madeBy: SinkPersonDto;
  @ApiProperty({ format: 'date-time', type: String }) madeAt: Date;
}

export class NewSinkSimulationDto {
  @ApiPropertyOptional({
    description: 'Drawn from the hash of the result where absent',
    minimum: 0,
    maximum: 4294967295,
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(4_294_967_295)
  seed?: number;

  @ApiPropertyOptional({ default: 10000 })
  @IsOptional()
  @IsInt()
  @Min(100)
  @Max(50_000)
  draws?: number;
}

export class SinkUncertaintyDto {
  @ApiProperty({ format: 'uuid' }) runId: string;
  @ApiProperty() method: string;
  @ApiProperty({ type: [SinkMomentsDto] }) first: SinkMomentsDto[];
  @ApiProperty({ type: [SinkMomentsDto] }) second: SinkMomentsDto[];
  @ApiProperty({ type: SinkChangeDto, description: 'Two independent samples' }) independent: SinkChangeDto;
  @ApiProperty({
    type: SinkChangeDto,
    nullable: true,
    description: 'The same plots measured twice; null where too few are',
  })
  paired: SinkChangeDto | null;
  @ApiProperty({ type: [SinkSchemeDto], description: 'The same plots under every rule' }) schemes: SinkSchemeDto[];
  @ApiProperty({ type: [SinkSimulationDto], description: 'Information, newest first' })
  simulations: SinkSimulationDto[];
}

export class SinkPlannedStratumDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  code: string;

  @ApiProperty()
  @IsNumber()
  @Min(0.01)
  @Max(1e7)
  hectares: number;

  @ApiProperty({ description: 'Expected mean, t d.m./ha' })
  @IsNumber()
  @Min(0.001)
  @Max(2000)
  mean: number;

  @ApiProperty({ description: 'Expected standard deviation, t d.m./ha' })
  @IsNumber()
  @Min(0)
  @Max(2000)
  deviation: number;
}

export class SinkPlanWishDto {
  @ApiProperty({ type: [SinkPlannedStratumDto] })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SinkPlannedStratumDto)
  strata: SinkPlannedStratumDto[];

  @ApiProperty({ description: 'Half-width over the mean that is wanted', example: 0.1 })
  @IsNumber()
  @Min(0.005)
  @Max(1)
  precision: number;

  @ApiProperty({ example: 0.9 })
  @IsNumber()
  @Min(0.5)
  @Max(0.999)
  confidence: number;

  @ApiProperty({ description: 'Area of a plot', example: 0.06 })
  @IsNumber()
  @Min(0.0001)
  @Max(10)
  plotHectares: number;
}

class SinkPlannedDto {
  @ApiProperty() code: string;
  @ApiProperty() plots: number;
  @ApiProperty({ description: 'Plots that would fill the stratum' }) possible: number;
}

export class SinkPlanDto {
  @ApiProperty() plots: number;
  @ApiProperty({ type: [SinkPlannedDto] }) byStratum: SinkPlannedDto[];
  @ApiProperty({ description: 'Half-width over the mean to be expected' }) expected: number;
  @ApiProperty() iterations: number;
}

export class SinkTreeDto {
  @ApiProperty({ example: 'larix-gmelinii' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  species: string;

  @ApiProperty({ description: 'cm' })
  @IsNumber()
  @Min(0.1)
  @Max(300)
  d: number;

  @ApiPropertyOptional({ description: 'm' })
  @IsOptional()
  @IsNumber()
  @Min(0.1)
  @Max(100)
  h?: number;

  @ApiPropertyOptional({ default: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1e8)
  count?: number;
}

export class SinkTreesDto {
  @ApiProperty({ type: [SinkTreeDto] })
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => SinkTreeDto)
  trees: SinkTreeDto[];
}

export class SinkEquationDto {
  @ApiProperty() equation: string;
  @ApiProperty() species: string;
  @ApiProperty() nameZh: string;
  @ApiPropertyOptional({ description: 'cm: least D it was fitted on' }) dMin?: number;
  @ApiPropertyOptional({ description: 'cm: largest D it was fitted on' }) dMax?: number;
  @ApiPropertyOptional({ description: 'Trees it was fitted on' }) n?: number;
  @ApiProperty() place: string;
  @ApiProperty() source: string;
  @ApiProperty({ enum: CONFIDENCES }) confidence: Confidence;
  @ApiPropertyOptional() note?: string;
  @ApiProperty() needsHeight: boolean;
}

export class SinkChoiceDto {
  @ApiProperty({ type: SinkEquationDto }) equation: SinkEquationDto;
  @ApiProperty({ description: 't d.m. above ground' }) tonnes: number;
  @ApiProperty({ description: 'Against the mean of the choices' }) relative: number;
  @ApiProperty({ description: 'Trees outside the range of the equation' }) outside: number;
}

export class SinkSpreadDto {
  @ApiProperty() species: string;
  @ApiProperty() trees: number;
  @ApiProperty({ type: [SinkChoiceDto] }) choices: SinkChoiceDto[];
  @ApiProperty({ description: '(largest − least) over the mean' }) spread: number;
}

export class SinkSpreadQuery {
  @ApiPropertyOptional({ description: 'The last of the stock when absent' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(99)
  round?: number;
}
