import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { type ProjectStatus, STATUSES } from '../project/project.record';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const nullable = { type: String, nullable: true } as const;

class StageDetailsDto {
  @ApiPropertyOptional({ format: 'date', description: 'Of publicity' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  publicFrom?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day of publicity; registered after it' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  publicTo?: string;

  @ApiPropertyOptional({ description: 'Of the registry, with a registration' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  registryNumber?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class MoveDto extends StageDetailsDto {
  @ApiProperty({ enum: STATUSES })
  @IsIn(STATUSES)
  status: ProjectStatus;
}

export class MoveReductionsDto extends StageDetailsDto {
  @ApiProperty({ enum: ['publicity', 'registered'] })
  @IsIn(['publicity', 'registered'])
  stage: 'publicity' | 'registered';
}

export class StageTakerDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

export class SinkStageDto {
  @ApiProperty({ example: 'publicity' }) stage: string;
  @ApiProperty({ ...nullable, format: 'date' }) publicFrom: string | null;
  @ApiProperty({ ...nullable, format: 'date' }) publicTo: string | null;
  @ApiProperty(nullable) registryNumber: string | null;
  @ApiProperty({ ...nullable, description: 'Whole t CO2e, of reductions' }) tonnes: string | null;
  @ApiProperty(nullable) note: string | null;
  @ApiProperty({ type: StageTakerDto }) takenBy: StageTakerDto;
  @ApiProperty({ format: 'date-time' }) takenAt: string;
}
