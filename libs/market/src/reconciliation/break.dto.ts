import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@qingheng/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

export const RESOLUTIONS = ['timing', 'source_error', 'adjustment', 'write_off', 'rematch'] as const;
export const PLAIN_RESOLUTIONS = ['timing', 'source_error', 'write_off'] as const;
const STATUSES = ['open', 'explained', 'resolved'] as const;
export const KINDS = [
  ...(['missing_in_registry', 'missing_in_bank', 'not_in_deals', 'quantity_differs', 'amount_differs'] as const),
  ...(['duplicate', 'late'] as const),
];
/** Trading days since the trade. */
export const BUCKETS = ['0-1', '2-3', '4-7', '8-30', '>30'] as const;

export class BreakQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: string;

  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  kind?: string;

  @ApiPropertyOptional({ enum: BUCKETS, description: 'trading days since the trade' })
  @IsOptional()
  @IsIn(BUCKETS)
  bucket?: (typeof BUCKETS)[number];

  @ApiPropertyOptional({ enum: ['me', 'nobody'] })
  @IsOptional()
  @IsIn(['me', 'nobody'])
  owner?: 'me' | 'nobody';
}

const lineIds =
  (description: string): PropertyDecorator =>
  (target, name) => {
    ApiPropertyOptional({ type: [String], description })(target, name);
    IsOptional()(target, name);
    IsArray()(target, name);
    ArrayMaxSize(200)(target, name);
    IsString({ each: true })(target, name);
    MaxLength(200, { each: true })(target, name);
  };

export class LinksDto {
  @lineIds('deals that the lines settle; the deal of the difference where none is named')
  deals?: string[];

  @lineIds('lines of the registry')
  registry?: string[];

  @lineIds('lines of the bank')
  bank?: string[];
}

export class AdjustmentDto {
  @ApiProperty({ format: 'uuid', description: 'whose account is put right' })
  @IsUUID()
  holder: string;

  @ApiProperty({ example: 'CNY' })
  @IsString()
  @Matches(/^[A-Z0-9][A-Z0-9./-]{0,63}$/)
  asset: string;

  @ApiProperty({ example: '0.01' })
  @IsString()
  @MaxLength(40)
  amount: string;

  @ApiProperty({ enum: ['in', 'out'], description: 'in: the holder gets it; out: it leaves the holder' })
  @IsIn(['in', 'out'])
  direction: 'in' | 'out';
}

export class ExplainDto {
  @ApiProperty({ enum: RESOLUTIONS })
  @IsIn(RESOLUTIONS)
  resolution: (typeof RESOLUTIONS)[number];

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  note: string;

  @ApiPropertyOptional({ type: LinksDto, description: 'with rematch' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LinksDto)
  links?: LinksDto;

  @ApiPropertyOptional({ type: AdjustmentDto, description: 'with adjustment' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AdjustmentDto)
  adjustment?: AdjustmentDto;
}

export class BreakIdsDto {
  @ApiProperty({ type: [String] })
  @IsUUID('all', { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  ids: string[];
}

export class ExplainManyDto extends BreakIdsDto {
  @ApiProperty({ enum: PLAIN_RESOLUTIONS })
  @IsIn(PLAIN_RESOLUTIONS)
  resolution: (typeof PLAIN_RESOLUTIONS)[number];

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  note: string;
}

export class AssignDto extends BreakIdsDto {
  @ApiProperty({ description: 'true: to whoever asks; false: to nobody' })
  @IsIn([true, false])
  mine: boolean;
}

export class BreakDto {
  @ApiProperty() id: string;
  @ApiProperty({ example: '2024-12-24' }) tradeDate: string;
  @ApiProperty({ enum: KINDS }) kind: string;
  @ApiProperty({ type: String, nullable: true }) dealId: string | null;
  @ApiProperty({ type: [String], nullable: true }) registry: string[] | null;
  @ApiProperty({ type: [String], nullable: true }) bank: string[] | null;
  @ApiProperty({ type: String, nullable: true }) difference: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'what it is about, in yuan' }) stake: string | null;
  @ApiProperty({ enum: STATUSES }) status: string;
  @ApiProperty({ enum: RESOLUTIONS, nullable: true }) resolution: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: LinksDto, nullable: true }) links: LinksDto | null;
  @ApiProperty({ type: AdjustmentDto, nullable: true }) adjustment: AdjustmentDto | null;
  @ApiProperty({ description: 'trading days since the trade' }) age: number;
  @ApiProperty({ description: 'older than it should be' }) overdue: boolean;
  @ApiProperty({ type: String, nullable: true }) ownerId: string | null;
  @ApiProperty({ type: String, nullable: true }) owner: string | null;
  @ApiProperty({ type: String, nullable: true }) explainedBy: string | null;
}

export class BreakPageDto {
  @ApiProperty({ type: [BreakDto] }) items: BreakDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

export class BreakCountDto {
  @ApiProperty({ enum: KINDS }) kind: string;
  @ApiProperty({ enum: BUCKETS }) bucket: string;
  @ApiProperty() count: number;
  @ApiProperty({ description: 'yuan' }) stake: string;
}

export class BookLineDto {
  @ApiProperty({ enum: ['deals', 'registry', 'bank'] }) book: string;
  @ApiProperty() lineId: string;
  @ApiProperty() date: string;
  @ApiProperty() account: string;
  @ApiProperty({ type: String, nullable: true }) product: string | null;
  @ApiProperty({ type: String, nullable: true }) side: string | null;
  @ApiProperty({ type: String, nullable: true }) quantity: string | null;
  @ApiProperty({ type: String, nullable: true }) price: string | null;
  @ApiProperty({ type: String, nullable: true }) amount: string | null;
  @ApiProperty({ type: String, nullable: true }) reference: string | null;
  @ApiProperty({ type: String, nullable: true }) memo: string | null;
}

export class CandidatesDto {
  @ApiProperty({ type: [BookLineDto], description: 'what the difference is about' }) about: BookLineDto[];
  @ApiProperty({
    type: [BookLineDto],
    description: 'free lines or unsettled deals that could belong to it, likeliest first',
  })
  candidates: BookLineDto[];
}
