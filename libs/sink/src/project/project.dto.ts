import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Fault } from '@qingheng/sheet';
import { FaultDto } from '@qingheng/platform';
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
  MaxLength,
  Min,
} from 'class-validator';
import { SinkStageDto } from '../stage/stage.dto';
import { type Pool, POOLS, type ProjectStatus, STATUSES } from './project.record';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class NewProjectDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiProperty({ description: 'GB/T 2260', example: '150785' })
  @Matches(/^\d{2,12}$/)
  region: string;

  @ApiProperty({ example: 'sink/ar-tool14-stratified', description: 'Its version is locked with the project' })
  @Matches(/^[a-z0-9-]+\/[a-z0-9-]+$/)
  method: string;

  @ApiProperty({ enum: POOLS, isArray: true })
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(POOLS, { each: true })
  pools: Pool[];

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  creditingStart: string;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  creditingEnd: string;
}

export class ProjectDto extends NewProjectDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'S2026-000001' })
  number: string;

  @ApiProperty()
  methodVersion: string;

  @ApiProperty()
  sheetHash: string;

  @ApiProperty({ enum: STATUSES })
  status: ProjectStatus;

  @ApiProperty()
  areas: number;

  @ApiProperty({ description: 'Decimal, hectares of the current boundaries' })
  hectares: string;

  @ApiProperty({ type: [SinkStageDto], description: 'Taken so far, in their order' })
  stages: SinkStageDto[];
}

export class ProjectPageDto {
  @ApiProperty({ type: [ProjectDto] })
  items: ProjectDto[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class NewBoundaryDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'GeoJSON Polygon, MultiPolygon, Feature or FeatureCollection, CGCS2000 degrees',
  })
  @IsObject()
  geometry: object;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validFrom: string;

  @ApiPropertyOptional({ description: 'The version that is changed; absent for a new area' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;

  @ApiPropertyOptional({ description: 'Hash of the file that the preview kept' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  sourceSha256?: string;

  @ApiPropertyOptional({ type: [String], description: 'Repairs of the preview that were seen and accepted' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @Matches(/^REPAIRED_[A-Z_]{1,40}$/, { each: true })
  repairs?: string[];
}

class GeometryDto {
  @ApiProperty({ enum: ['MultiPolygon'] })
  type: 'MultiPolygon';

  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'array', items: { type: 'array', items: { type: 'number' } } } },
    description: 'Degrees of CGCS2000',
  })
  coordinates: number[][][][];
}

class FeatureDto {
  @ApiProperty({ enum: ['Feature'] })
  type: 'Feature';

  @ApiProperty({ type: 'object', additionalProperties: true })
  properties: object;

  @ApiProperty({ type: GeometryDto })
  geometry: GeometryDto;
}

export class MapDto {
  @ApiProperty({ enum: ['FeatureCollection'] })
  type: string;

  @ApiProperty({ type: [FeatureDto] })
  features: FeatureDto[];
}

export class PreviewDto {
  @ApiProperty({ enum: ['geojson', 'kml', 'shapefile'] })
  format: string;

  @ApiProperty({ description: 'Reference system of the file, as it was understood' })
  system: string;

  @ApiProperty()
  sourceSha256: string;

  @ApiProperty({ type: GeometryDto, nullable: true, description: 'Sound; none where it cannot be repaired' })
  geometry: GeometryDto | null;

  @ApiProperty()
  vertices: number;

  @ApiProperty({ type: [FaultDto], description: 'What cannot be repaired' })
  faults: Fault[];

  @ApiProperty({ type: [FaultDto], description: 'What was done' })
  repairs: Fault[];

  @ApiProperty({ description: 'Decimal, by the rings as they came' })
  squareMetresBefore: string;

  @ApiProperty({ description: 'Decimal' })
  squareMetres: string;

  @ApiProperty({ type: GeometryDto, description: 'Land that is no longer within' })
  removed: GeometryDto;

  @ApiProperty({ type: GeometryDto, description: 'Land that is within now' })
  added: GeometryDto;

  @ApiProperty({ type: [FaultDto], description: 'Other claims on the same land and pool' })
  overlaps: Fault[];
}

export class BoundaryDto {
  @ApiProperty()
  code: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ format: 'date' })
  validFrom: string;

  @ApiProperty({ description: 'Decimal' })
  squareMetres: string;

  @ApiProperty({ description: 'Decimal' })
  hectares: string;

  @ApiProperty({ description: 'Decimal, metres' })
  perimeter: string;

  @ApiProperty()
  vertices: number;

  @ApiProperty()
  sourceSha256: string;

  @ApiProperty({ nullable: true, type: String })
  reason: string | null;

  @ApiProperty({ format: 'date-time' })
  recordedAt: Date;

  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  supersededAt: Date | null;
}

export class NewPeriodDto {
  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  start: string;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  end: string;
}

export class PeriodDto extends NewPeriodDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
}

export class ShapeQuery {
  @ApiPropertyOptional({ description: 'The current version when absent' })
  @IsOptional()
  @Matches(/^[1-9]\d{0,8}$/)
  version?: string;
}

export class AreaParcelsBody {
  @ApiProperty({ type: [String], example: ['152921-0007'], description: 'Numbers of contracted parcels' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @Matches(/^\d{6}-\S{1,40}$/, { each: true })
  parcels: string[];

  @ApiProperty({ example: '草原承包合同 2024-117', description: 'What says so' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  document: string;
}

export class AreaParcelsDto {
  @ApiProperty({ type: [String], description: 'Those that were not known yet, as the register names them' })
  parcels: string[];
}
