import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

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
