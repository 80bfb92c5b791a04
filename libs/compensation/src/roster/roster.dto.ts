import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FaultDto, PageQuery } from '@qingheng/platform';
import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';

export class RosterUploadQuery {
  @ApiProperty({ description: 'Name of the file' })
  @IsString()
  @MaxLength(200)
  name: string;
}

export class HouseholdQuery extends PageQuery {
  @ApiProperty({ example: '152501' })
  @Matches(/^\d{6}$/)
  banner: string;
}

export class HouseholdSearch {
  @ApiProperty({ enum: ['identity', 'card'] })
  @IsIn(['identity', 'card'])
  by: 'identity' | 'card';

  @ApiProperty()
  @IsString()
  @MinLength(8)
  @MaxLength(30)
  number: string;
}

const STATUSES = ['waiting', 'importing', 'accepted', 'refused', 'withdrawn'] as const;

export class RosterDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: STATUSES })
  status: (typeof STATUSES)[number];

  @ApiProperty({ type: Number, nullable: true })
  households: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Faults in all; `faults` shows the first of them' })
  faultCount: number | null;

  @ApiProperty({ type: [FaultDto] })
  faults: FaultDto[];

  @ApiProperty({ type: String, nullable: true, description: 'The file that came in, bad cells marked' })
  faultFile: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Share done, 0 to 1' })
  progress?: string | null;
}

export class RosterPageDto {
  @ApiProperty({ type: [RosterDto] })
  items: RosterDto[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class HouseholdDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  banner: string;

  @ApiProperty()
  number: string;

  @ApiProperty({ description: 'Masked' })
  name: string;

  @ApiProperty({ description: 'Masked' })
  identity: string;

  @ApiProperty({ description: 'Masked' })
  card: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  quantities: object;
}
