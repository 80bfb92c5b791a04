import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { PageQuery, PersonNameDto } from '@qingheng/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { STAGES, type Stage } from './stage';

export const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const AMOUNT = /^\d{1,15}(\.\d{1,2})?$/;

export class LegalBasisDto {
  @ApiProperty({ example: '生态保护补偿条例' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  title: string;

  @ApiPropertyOptional({ example: '国务院令第779号' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  document?: string;

  @ApiPropertyOptional({ example: '第九条' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  clause?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  url?: string;
}

const PARTY_ROLES = ['payer', 'payee', 'operator', 'bank'] as const;

class PartyDto {
  @ApiProperty({ enum: PARTY_ROLES })
  @IsIn(PARTY_ROLES)
  role: (typeof PARTY_ROLES)[number];

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiPropertyOptional({ description: 'Budget account or line' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  account?: string;
}

class DocumentDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  title: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  number?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  date?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  url?: string;
}

export class ProgrammeBody {
  @ApiProperty({ example: '2023 年草原生态保护补助奖励' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @ApiProperty({ type: [LegalBasisDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => LegalBasisDto)
  legalBasis: LegalBasisDto[];

  @ApiProperty({ type: [PartyDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PartyDto)
  parties: PartyDto[];

  @ApiPropertyOptional({ type: [DocumentDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => DocumentDto)
  documents?: DocumentDto[];

  @ApiProperty()
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  periodStart: string;

  @ApiProperty({ format: 'date', description: 'Parameters in force on this day apply' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  periodEnd: string;

  @ApiProperty({ description: 'GB/T 2260: region, league or banner', example: '150000' })
  @Matches(/^\d{6}$/)
  region: string;

  @ApiProperty({ example: 'compensation/grassland-reward' })
  @Matches(/^[a-z0-9-]+\/[a-z0-9-]+$/)
  method: string;

  @ApiProperty({ description: 'Budget line of the pool' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  poolCode: string;

  @ApiProperty({ description: 'Pool in yuan', example: '4575000000.00' })
  @Matches(AMOUNT)
  pool: string;

  @ApiPropertyOptional({ format: 'date', description: 'Day on which the money arrived; arrears count from it' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  fundsReceivedOn?: string;

  @ApiProperty({ description: 'Days of public notice, as the local rule says', minimum: 1, maximum: 90 })
  @IsInt()
  @Min(1)
  @Max(90)
  noticeDays: number;
}

export class ProgrammeChange extends ProgrammeBody {
  @ApiProperty({ description: 'Revision on which the change was made' })
  @IsInt()
  @Min(1)
  revision: number;
}

export class ProgrammeQuery extends PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  year?: number;

  @ApiPropertyOptional({ enum: STAGES })
  @IsOptional()
  @IsIn(STAGES)
  stage?: Stage;
}

export class DecisionBody {
  @ApiProperty({ enum: ['approve', 'return'] })
  @IsIn(['approve', 'return'])
  decision: 'approve' | 'return';

  @ApiPropertyOptional({ description: 'Needed where the programme goes back' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  remarks?: string;
}

const CONFIDENCES = ['official', 'secondary', 'provisional'] as const;

export class ParameterBody {
  @ApiProperty({ example: 'coefficient' })
  @Matches(/^[a-z][a-z0-9_]*$/)
  name: string;

  @ApiProperty({ description: 'GB/T 2260 prefix: 15 the region, 1525 a league, 152501 a banner' })
  @Matches(/^(\d{2}|\d{4}|\d{6})$/)
  region: string;

  @ApiProperty({ description: 'Decimal', example: '1.25' })
  @Matches(/^-?\d{1,15}(\.\d{1,12})?$/)
  value: string;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validFrom: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day; open when absent' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validTo?: string;

  @ApiProperty({ description: 'The paper it stands in, with clause' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  source: string;

  @ApiProperty({ enum: CONFIDENCES, description: 'A provisional value can be tried; it cannot be approved' })
  @IsIn(CONFIDENCES)
  confidence: (typeof CONFIDENCES)[number];
}

/** A value as it stands. */
export class ParameterDto extends OmitType(ParameterBody, ['validTo']) {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'date', type: String, nullable: true })
  validTo: string | null;
}

class ActDto {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: PersonNameDto })
  by: PersonNameDto;

  @ApiProperty()
  act: string;

  @ApiProperty({ enum: STAGES })
  stage: Stage;

  @ApiProperty()
  remarks: string;
}

export class ProgrammeDto extends ProgrammeBody {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'B2026-00001' })
  number: string;

  @ApiProperty({ enum: STAGES })
  stage: Stage;

  @ApiProperty()
  revision: number;

  @ApiPropertyOptional({ type: String, nullable: true })
  runId: string | null;

  @ApiPropertyOptional({ type: [ActDto] })
  acts?: ActDto[];
}

export class ProgrammePageDto {
  @ApiProperty({ type: [ProgrammeDto] })
  items: ProgrammeDto[];

  @ApiPropertyOptional()
  nextCursor?: string;
}
