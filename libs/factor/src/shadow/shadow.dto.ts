import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FaultDto, PageQuery } from '@qingheng/platform';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

const STATUSES = ['open', 'accepted', 'kept', 'unmoved', 'unfit'] as const;
const text = { nullable: true, type: String } as const;

export class TitleDto {
  @ApiProperty()
  zh: string;

  @ApiProperty()
  en: string;
}

class ShadowFactorDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  version: number;

  @ApiProperty()
  nameZh: string;

  @ApiProperty()
  nameEn: string;

  @ApiProperty()
  unit: string;

  @ApiProperty({ ...text, description: 'value of the version before; null for a new factor' })
  from: string | null;

  @ApiProperty(text)
  to: string | null;
}

export class ShadowDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  proposalId: string;

  @ApiProperty({ enum: ['queued', 'running', 'done', 'cancelled'] })
  status: string;

  @ApiProperty({ nullable: true, type: Number, description: 'filings looked at' })
  filings: number | null;

  @ApiProperty({ nullable: true, type: Number, description: 'filings with a figure that would move' })
  moved: number | null;

  @ApiProperty({ description: '0 to 1' })
  progress: number;

  @ApiProperty({ type: TitleDto, nullable: true })
  note: TitleDto | null;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt: Date | null;

  @ApiProperty({ type: [ShadowFactorDto], description: 'the first two hundred' })
  factors: ShadowFactorDto[];
}

export class MovedFigureDto {
  @ApiProperty({ example: 'product/main/footprint_per_unit' })
  place: string;

  @ApiProperty({ type: TitleDto })
  title: TitleDto;

  @ApiProperty()
  unit: string;

  @ApiProperty({ description: 'decimal' })
  from: string;

  @ApiProperty({ description: 'decimal' })
  to: string;

  @ApiProperty({ description: 'decimal, signed' })
  difference: string;

  @ApiProperty({ ...text, description: 'of what it was; null where that is 0' })
  percent: string | null;
}

class UseDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  version: number;
}

export class ImpactDto {
  @ApiProperty({ format: 'uuid' })
  shadowId: string;

  @ApiProperty({ format: 'uuid' })
  filingId: string;

  @ApiProperty()
  number: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  method: string;

  @ApiProperty()
  filingStatus: string;

  @ApiProperty(text)
  issuedNumber: string | null;

  @ApiProperty()
  organisation: string;

  @ApiProperty({ format: 'uuid' })
  organisationId: string;

  @ApiProperty({ enum: STATUSES, description: 'unfit: the new version is not for its day, place or unit' })
  status: string;

  @ApiProperty({ type: [UseDto], description: 'versions it used itself; none: it moves by a result it was made from' })
  uses: UseDto[];

  @ApiProperty({ type: [FaultDto], nullable: true, description: 'why it is unfit' })
  faults: FaultDto[] | null;

  @ApiProperty({ type: [MovedFigureDto], description: 'the first fifty' })
  figures: MovedFigureDto[];

  @ApiProperty(text)
  decider: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: Date | null;

  @ApiProperty()
  remarks: string;

  @ApiProperty({ ...text, format: 'uuid', description: 'the filing made of it' })
  againFilingId: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  foundAt: Date | null;
}

export class ImpactPageDto {
  @ApiProperty({ type: [ImpactDto] })
  items: ImpactDto[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class ImpactQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  shadow?: string;

  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: string;
}

export class ImpactDecisionBody {
  @ApiProperty({ enum: ['accept', 'keep'] })
  @IsIn(['accept', 'keep'])
  decision: 'accept' | 'keep';

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  remarks?: string;
}
