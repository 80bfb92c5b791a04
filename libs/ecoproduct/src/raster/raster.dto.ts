import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FaultDto, PersonNameDto, TextDto } from '@qingheng/platform';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { STATUSES } from './raster-run.record';

export const KINDS = ['factor', 'zones', 'classes'] as const;

export class ZoneDto {
  @ApiProperty({ description: 'As in the raster; GB/T 2260 for regions', example: 150525 })
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  code: number;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string;

  @ApiPropertyOptional({ description: 'Code of the region that it is part of' })
  @IsOptional()
  @IsInt()
  parent?: number;
}

export class RasterUploadQuery {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiProperty({ enum: KINDS, enumName: 'RasterKind' })
  @IsIn(KINDS)
  kind: (typeof KINDS)[number];

  @ApiPropertyOptional({ description: 'Unit of a factor, as the method names it', example: 'MJ·mm/(hm²·h·a)' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  unit?: string;
}

export class DrawnZonesDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiProperty({ format: 'uuid', description: 'Raster on whose grid the zones are laid' })
  @IsUUID()
  like: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'GeoJSON FeatureCollection in the coordinates of that raster; properties: code, name, parent. Features without geometry are parents.',
  })
  @IsObject()
  zones: { features?: unknown };
}

export class RasterDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: KINDS, enumName: 'RasterKind' }) kind: string;
  @ApiProperty({ type: String, nullable: true }) unit: string | null;
  @ApiProperty() sha256: string;
  @ApiProperty() bytes: string;
  @ApiProperty() width: number;
  @ApiProperty() height: number;
  @ApiProperty({ description: 'u8, i16, f32, …' }) cellType: string;
  @ApiProperty() nodata: string;
  @ApiProperty({ description: 'Coordinate system' }) crs: string;
  @ApiProperty({ type: [String], description: 'West, south, east, north' }) bounds: string[];
  @ApiProperty({ type: [String], description: 'Width and height of a cell' }) cell: string[];
  @ApiProperty({ type: [ZoneDto], nullable: true }) zones: ZoneDto[] | null;
  @ApiProperty({ type: PersonNameDto }) createdBy: PersonNameDto;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
}

export class RasterPageDto {
  @ApiProperty({ type: [RasterDto] }) items: RasterDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

export class ZonesOfRunDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  raster: string;

  @ApiPropertyOptional({
    type: [ZoneDto],
    description: "The raster's own list where absent; else the banners and leagues of the run's region",
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100_000)
  @ValidateNested({ each: true })
  @Type(() => ZoneDto)
  list?: ZoneDto[];
}

export class ClassesOfRunDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  raster: string;

  @ApiProperty({ type: [Number] })
  @IsArray()
  @ArrayMaxSize(1000)
  @IsInt({ each: true })
  codes: number[];
}

export class TotalDto {
  @ApiProperty({ example: 't/a' })
  @IsString()
  @MaxLength(60)
  unit: string;

  @ApiProperty({ minimum: 0, maximum: 9 })
  @IsInt()
  @Min(0)
  @Max(9)
  decimals: number;

  @ApiProperty({ enum: ['area', 'cell'], description: 'The column is per area, or already the quantity of a cell' })
  @IsIn(['area', 'cell'])
  per: 'area' | 'cell';
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class NewRasterRunDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @ApiProperty({ example: 'gep/soil-retention-rusle' })
  @Matches(/^[a-z0-9-]+\/[a-z0-9-]+$/)
  method: string;

  @ApiProperty({ example: 'cell' })
  @IsString()
  @MaxLength(60)
  table: string;

  @ApiProperty({ example: 'retention' })
  @IsString()
  @MaxLength(60)
  column: string;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  asOf: string;

  @ApiProperty({ example: '150000' })
  @Matches(/^\d{2,12}$/)
  region: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: {
      oneOf: [
        { type: 'object', properties: { raster: { type: 'string' } }, required: ['raster'] },
        { type: 'object', properties: { value: { type: 'string' } }, required: ['value'] },
      ],
    },
    description: 'By input of the formula: {raster: id} or {value}',
  })
  @IsObject()
  factors: Record<string, { raster?: unknown; value?: unknown }>;

  @ApiPropertyOptional({ type: ZonesOfRunDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ZonesOfRunDto)
  zones?: ZonesOfRunDto;

  @ApiPropertyOptional({ type: ClassesOfRunDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ClassesOfRunDto)
  classes?: ClassesOfRunDto;

  @ApiProperty({ type: TotalDto })
  @ValidateNested()
  @Type(() => TotalDto)
  total: TotalDto;

  @ApiPropertyOptional({ description: 'Areas of a map that does not keep areas are taken knowingly' })
  @IsOptional()
  @IsBoolean()
  planarAreas?: boolean;

  @ApiPropertyOptional({ description: 'A result raster and its quick-look are written', default: true })
  @IsOptional()
  @IsBoolean()
  written?: boolean;
}

export class ZoneSumDto {
  @ApiProperty() zone: number;
  @ApiPropertyOptional() name?: string;
  @ApiPropertyOptional() parent?: number;
  @ApiPropertyOptional() class?: number;
  @ApiProperty() total: string;
  @ApiProperty() areaM2: string;
  @ApiProperty() cells: number;
  @ApiProperty({ description: 'Cells in which some factor has no data, or no class' }) missing: number;
}

export class LegendDto {
  @ApiProperty({ description: 'Palest: the second of a hundred values' }) low: string;
  @ApiProperty({ description: 'Darkest: the 98th of a hundred values' }) high: string;
  @ApiProperty({ description: 'Unit of the column' }) unit: string;
}

export class RasterRunResultDto {
  @ApiProperty() unit: string;
  @ApiProperty() total: string;
  @ApiProperty({ type: [ZoneSumDto], description: 'By zone, its parts included: children add to their parent exactly' })
  zones: ZoneSumDto[];
  @ApiProperty({ type: [ZoneSumDto], description: 'By zone and class' }) classes: ZoneSumDto[];
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  parametersUsed: object[];
  @ApiPropertyOptional({ type: LegendDto, description: 'Of the quick-look' }) legend?: LegendDto;
}

export class RasterRunDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() method: string;
  @ApiProperty() version: string;
  @ApiProperty() table: string;
  @ApiProperty() column: string;
  @ApiProperty({ format: 'date' }) asOf: string;
  @ApiProperty() region: string;
  @ApiProperty({ enum: STATUSES, enumName: 'RasterRunStatus' }) status: (typeof STATUSES)[number];
  @ApiProperty({ description: 'Share done, 0 to 1' }) progress: string;
  @ApiProperty({ description: 'Stretches of tile rows, each a job of its own' }) parts: number;
  @ApiProperty() partsDone: number;
  @ApiProperty({ description: 'Workers that took part' }) workers: number;
  @ApiProperty({ type: [FaultDto] }) faults: FaultDto[];
  @ApiProperty({ type: TextDto, nullable: true }) columnTitle: TextDto | null;
  @ApiProperty({ type: String, nullable: true }) total: string | null;
  @ApiProperty({ type: String, nullable: true }) unit: string | null;
  @ApiProperty({ type: String, nullable: true }) resultHash: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Quick-look, PNG' }) picture: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Cloud-Optimised GeoTIFF' }) raster: string | null;
  @ApiProperty({ type: PersonNameDto }) createdBy: PersonNameDto;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt: string | null;
  @ApiPropertyOptional({ type: RasterRunResultDto }) result?: RasterRunResultDto;
}

export class RasterInputDto {
  @ApiProperty() name: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty({ type: TextDto, nullable: true }) help: TextDto | null;
  @ApiProperty({ description: 'Classes are whole numbers and find their values in the look-up tables of the method' })
  classes: boolean;
  @ApiProperty() unit: string;
  @ApiProperty({ type: String, nullable: true }) min: string | null;
  @ApiProperty({ type: String, nullable: true }) max: string | null;
}

export class RasterColumnDto {
  @ApiProperty() method: string;
  @ApiProperty() version: string;
  @ApiProperty({ type: TextDto }) methodTitle: TextDto;
  @ApiProperty() table: string;
  @ApiProperty() column: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty() unit: string;
  @ApiProperty({ type: [RasterInputDto], description: 'Factors of its formula' }) inputs: RasterInputDto[];
}

export class RasterColumnsDto {
  @ApiProperty({ type: [RasterColumnDto] }) items: RasterColumnDto[];
}

export class RasterRunPageDto {
  @ApiProperty({ type: [RasterRunDto] }) items: RasterRunDto[];
  @ApiPropertyOptional() nextCursor?: string;
}
