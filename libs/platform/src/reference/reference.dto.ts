import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../http/page';

/** Postgres takes no null character, and nobody searches for a control character. */
const PRINTABLE = /^\P{Cc}*$/u;
const text = { nullable: true, type: String } as const;

export class FactorQuery extends PageQuery {
  @ApiPropertyOptional({
    description: 'words in Chinese or English, pinyin or its initials: 内蒙古 电力, neimenggu, nmgdl',
  })
  @IsOptional()
  @Matches(PRINTABLE)
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ description: 'e.g. electricity-co2' })
  @IsOptional()
  @Matches(PRINTABLE)
  @MaxLength(100)
  category?: string;

  @ApiPropertyOptional({
    description: 'made for this region or one around it: 150581 finds 15; CN finds what is nationwide',
  })
  @IsOptional()
  @Matches(PRINTABLE)
  @MaxLength(40)
  region?: string;

  @ApiPropertyOptional({ description: 'valid in this year, or of this year: 2023' })
  @IsOptional()
  @Matches(/^(19|20)\d{2}$/)
  year?: string;

  @ApiPropertyOptional({ description: 'of this gas, alone or among others: CH4' })
  @IsOptional()
  @Matches(PRINTABLE)
  @MaxLength(40)
  gas?: string;

  @ApiPropertyOptional({ enum: ['official', 'secondary', 'provisional'] })
  @IsOptional()
  @IsIn(['official', 'secondary', 'provisional'])
  confidence?: string;

  @ApiPropertyOptional({ enum: ['config', 'library'], description: 'delivered with the service, or published here' })
  @IsOptional()
  @IsIn(['config', 'library'])
  origin?: string;
}

export class FactorDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ description: 'goes up when the content changes' })
  version: number;

  @ApiProperty()
  category: string;

  @ApiProperty()
  nameZh: string;

  @ApiProperty()
  nameEn: string;

  @ApiProperty({ ...text, description: 'decimal; null where the source gives a range' })
  value: string | null;

  @ApiProperty()
  unit: string;

  @ApiProperty({ ...text, description: 'what the source leaves open about the unit' })
  unitNote: string | null;

  @ApiProperty(text)
  low: string | null;

  @ApiProperty(text)
  high: string | null;

  @ApiProperty(text)
  gas: string | null;

  @ApiProperty(text)
  stage: string | null;

  @ApiProperty({ ...text, description: 'code of a region or the beginning of one' })
  region: string | null;

  @ApiProperty({ ...text, format: 'date' })
  validFrom: string | null;

  @ApiProperty({ ...text, format: 'date' })
  validTo: string | null;

  @ApiProperty({ ...text, description: 'the year as the source words it' })
  yearLabel: string | null;

  @ApiProperty()
  sourceTitle: string;

  @ApiProperty(text)
  sourceClause: string | null;

  @ApiProperty(text)
  sourceUrl: string | null;

  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] })
  confidence: string;

  @ApiProperty({ ...text, description: 'file or document that the value was read in' })
  sourceDocument: string | null;

  @ApiProperty({ ...text, description: 'row, page or table in it' })
  sourceRow: string | null;

  @ApiProperty({ enum: ['config', 'library'], description: 'delivered with the service, or published here' })
  origin: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    nullable: true,
    example: { CO2: '0.55', CH4: '0.0008' },
    description: 'of each gas per unit of activity, in the mass unit of `unit`; null where only CO2e is known',
  })
  gases: Record<string, string> | null;

  @ApiProperty({ ...text, description: 'GWP set by which the gases make the value' })
  gwpSet: string | null;

  @ApiProperty({
    type: [String],
    nullable: true,
    description: 'reliability, completeness, time, place, technology: 1 best, 5 worst',
  })
  dqr: string[] | null;

  @ApiProperty({ ...text, description: 'standard deviation of the logarithm' })
  sigmaLn: string | null;
}

export class BySetDto {
  @ApiProperty({ example: 'AR6' })
  set: string;

  @ApiProperty({ description: 'CO2e by that set, in the unit of the factor' })
  value: string;
}

export class FactorVersionDto extends FactorDto {
  @ApiProperty({ type: String, format: 'date-time' })
  publishedAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  withdrawnAt: Date | null;

  @ApiProperty({ ...text, format: 'uuid', description: 'proposal that it was published from' })
  proposalId: string | null;

  @ApiProperty({ type: [BySetDto], description: 'a dot product; empty where the gases are not known apart' })
  bySet: BySetDto[];
}

export class FactorVersionsDto {
  @ApiProperty({ type: [FactorVersionDto], description: 'the first one counts, unless it was withdrawn' })
  items: FactorVersionDto[];
}

export class FactorPageDto {
  @ApiProperty({ type: [FactorDto] })
  items: FactorDto[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class GwpValueDto {
  @ApiProperty({ description: 'CH4 is methane of no stated origin' })
  gas: string;

  @ApiProperty({ description: 'years' })
  horizon: number;

  @ApiProperty()
  value: string;

  @ApiProperty()
  unit: string;

  @ApiProperty()
  sourceTitle: string;

  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] })
  confidence: string;
}

export class GwpSetDto {
  @ApiProperty({ example: 'AR6' })
  id: string;

  @ApiProperty()
  report: string;

  @ApiProperty()
  table: string;

  @ApiProperty({ type: [GwpValueDto] })
  values: GwpValueDto[];
}

export class GwpSetsDto {
  @ApiProperty({ type: [GwpSetDto] })
  items: GwpSetDto[];
}

export class RegionDto {
  @ApiProperty({ example: '150581' })
  code: string;

  @ApiProperty()
  nameZh: string;

  @ApiProperty()
  nameEn: string;

  @ApiProperty({ enum: ['world', 'group', 'country', 'grid', 'province', 'league', 'banner', 'zone'] })
  level: string;

  @ApiProperty()
  kind: string;

  @ApiProperty({ ...text, description: 'code of the region around it' })
  parent: string | null;
}

export class RegionsDto {
  @ApiProperty({ type: [RegionDto] })
  items: RegionDto[];
}
