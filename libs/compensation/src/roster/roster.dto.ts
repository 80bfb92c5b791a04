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

const SEARCHES = ['identity', 'card', 'number'] as const;
export type Search = (typeof SEARCHES)[number];

export class HouseholdSearch {
  @ApiProperty({ enum: SEARCHES, description: 'Identity or card number, or the household number' })
  @IsIn(SEARCHES)
  by: Search;

  @ApiProperty()
  @IsString()
  @MinLength(4)
  @MaxLength(40)
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

export class FoundHouseholdDto extends HouseholdDto {
  @ApiProperty({
    format: 'uuid',
    type: String,
    nullable: true,
    description: 'Its figure in the calculation that counts',
  })
  allotmentId: string | null;

  @ApiProperty({ type: String, nullable: true, description: '元' })
  amount: string | null;
}
