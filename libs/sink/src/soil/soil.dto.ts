import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsNumber,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const number = { allowNaN: false, allowInfinity: false } as const;

export class SoilMonthDto {
  @ApiProperty({ description: 'Mean air temperature, °C' })
  @IsNumber(number)
  @Min(-60)
  @Max(50)
  temperature: number;

  @ApiProperty({ description: 'mm' })
  @IsNumber(number)
  @Min(0)
  @Max(1000)
  rain: number;

  @ApiProperty({ description: 'Open-pan evaporation, mm' })
  @IsNumber(number)
  @Min(0)
  @Max(1000)
  evaporation: number;

  @ApiProperty({ description: 'Share of the year’s plant residues, in any unit' })
  @IsNumber(number)
  @Min(0)
  @Max(1000)
  input: number;

  @ApiProperty({ description: 'Whether plants cover the soil' })
  @IsBoolean()
  covered: boolean;
}

export class SoilWishDto {
  @ApiProperty({ description: 'Per cent' })
  @IsNumber(number)
  @Min(0)
  @Max(90)
  clay: number;

  @ApiProperty({ description: 'Depth of the layer, cm' })
  @IsNumber(number)
  @Min(1)
  @Max(100)
  depth: number;

  @ApiProperty({ description: 'Organic carbon measured in the layer, t C/ha' })
  @IsNumber(number)
  @Min(0.1)
  @Max(1000)
  measured: number;

  @ApiProperty({ description: 'Decomposable to resistant plant material: 0.67 grass and shrub, 1.44 crops, 0.25 wood' })
  @IsNumber(number)
  @Min(0.05)
  @Max(5)
  dpmRpm: number;

  @ApiProperty({ type: [SoilMonthDto], description: 'January to December' })
  @IsArray()
  @ArrayMinSize(12)
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => SoilMonthDto)
  months: SoilMonthDto[];

  @ApiProperty({ description: 'Plant residues of the project, as a multiple of those that keep the soil at rest' })
  @IsNumber(number)
  @Min(0)
  @Max(5)
  inputFactor: number;

  @ApiPropertyOptional({ description: 'Manure of the project, t C/ha a year' })
  @IsOptional()
  @IsNumber(number)
  @Min(0)
  @Max(20)
  manure?: number;

  @ApiProperty({ minimum: 1, maximum: 100 })
  @IsInt()
  @Min(1)
  @Max(100)
  years: number;
}

export class SoilCourseDto {
  @ApiProperty({ description: 'Inert matter, t C/ha' }) inert: number;
  @ApiProperty({ description: 'Plant residues at which the soil rests at the measured carbon, t C/ha a year' })
  input: number;
  @ApiProperty({ type: [Number], description: 'With the inputs unchanged, t C/ha by year, from the start' })
  baseline: number[];
  @ApiProperty({ type: [Number], description: 'With the project’s inputs, t C/ha by year, from the start' })
  project: number[];
  @ApiProperty({
    description: 'Project less baseline at the end, t CO2e/ha a year: information, never credited by itself',
  })
  gain: number;
}
