import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { POOLS, type StandPool, type StandWish } from './stand-course';

const HECTARES = /^(?!0+(\.0+)?$)\d{1,10}(\.\d{1,4})?$/;
const OLDEST = 300;

class StandAgeDto {
  @ApiProperty({ description: 'Of the stand in the first year; 0 is planted then' })
  @IsInt()
  @Min(0)
  @Max(OLDEST)
  age: number;

  @ApiProperty({ description: 'Decimal' })
  @Matches(HECTARES)
  hectares: string;
}

class StandCuttingDto {
  @ApiProperty({ description: 'Decimal, each year' })
  @Matches(HECTARES)
  hectares: string;

  @ApiProperty({ description: 'Youngest age that is felled' })
  @IsInt()
  @Min(1)
  @Max(OLDEST)
  from: number;

  @ApiProperty({ description: 'Oldest age that is felled' })
  @IsInt()
  @Min(1)
  @Max(2 * OLDEST)
  to: number;
}

class StandVolumeDto {
  @ApiProperty()
  @IsInt()
  @Min(0)
  @Max(OLDEST)
  age: number;

  @ApiProperty({ description: 'Decimal, m³/hm²' })
  @Matches(/^\d{1,4}(\.\d{1,3})?$/)
  volume: string;
}

export class SinkStandDto implements StandWish {
  @ApiProperty({ description: 'Code of config/sink/stands.yaml' })
  @IsString()
  @MaxLength(60)
  species: string;

  @ApiProperty({ example: '-2.5', description: 'Decimal, °C, mean of the year' })
  @Matches(/^-?\d{1,2}(\.\d{1,2})?$/)
  temperature: string;

  @ApiProperty({ type: [StandAgeDto], description: 'Together the area of the prospect' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => StandAgeDto)
  ages: StandAgeDto[];

  @ApiProperty({ enum: POOLS, isArray: true, description: 'Pools counted as reductions' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(POOLS, { each: true })
  counted: StandPool[];

  @ApiPropertyOptional({ description: 'Decimal, t C/hm² measured at the start; not with `fires`' })
  @IsOptional()
  @Matches(/^\d{1,4}(\.\d{1,3})?$/)
  soil?: string;

  @ApiPropertyOptional({ description: 'Years between past fires from which soil and dead wood follow' })
  @IsOptional()
  @IsInt()
  @Min(20)
  @Max(OLDEST)
  fires?: number;

  @ApiPropertyOptional({ type: StandCuttingDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => StandCuttingDto)
  cutting?: StandCuttingDto;

  @ApiPropertyOptional({ type: [StandVolumeDto], description: 'A volume table of one’s own, from age 0' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => StandVolumeDto)
  volumes?: StandVolumeDto[];

  @ApiPropertyOptional({ description: 'Needed with a volume table' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  volumesSource?: string;
}

class SinkStandYearDto {
  @ApiProperty() year: number;
  @ApiProperty({ description: 'Decimal, t CO2e, at the end of the year; so are all others' }) above: string;
  @ApiProperty() below: string;
  @ApiProperty() deadWood: string;
  @ApiProperty() litter: string;
  @ApiProperty() soil: string;
  @ApiProperty({ description: 'Taken out by fellings so far' }) products: string;
  @ApiProperty({ description: 'Of the counted pools' }) stock: string;
  @ApiProperty({ description: 'In the year, above the highest stock before' }) gained: string;
}

class SinkStandSourceDto {
  @ApiProperty({ enum: ['yield', 'shares', 'species', 'roots', 'carbon', 'dynamics', 'felling', 'fire'] })
  part: 'yield' | 'shares' | 'species' | 'roots' | 'carbon' | 'dynamics' | 'felling' | 'fire';
  @ApiProperty({ description: 'The equation or the figures' }) value: string;
  @ApiProperty() source: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
}

export class SinkStandCourseDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: [SinkStandYearDto], description: 'The first is the start, before anything grew' })
  years: SinkStandYearDto[];
  @ApiProperty({ type: [SinkStandSourceDto] }) sources: SinkStandSourceDto[];
}

export class SinkStandSpeciesDto {
  @ApiProperty() code: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
  @ApiProperty({ description: 'Its growth curve' }) curve: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
  @ApiProperty() source: string;
}
