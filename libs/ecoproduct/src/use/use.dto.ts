import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery, PersonNameDto } from '@qingheng/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { KINDS, type UseKind } from './use.record';

const SHARE = /^(0(\.\d{1,9})?|1(\.0{1,9})?)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class NewUseBody {
  @ApiProperty({ enum: KINDS }) @IsIn(KINDS) kind: UseKind;

  @ApiProperty({ format: 'uuid', description: 'Issued GEP account; for damage the state after it' })
  @IsUUID()
  filing: string;

  @ApiProperty({ type: [String], example: ['water-retention'], description: 'Codes of indicators' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(/^[a-z-]{2,40}$/, { each: true })
  services: string[];

  @ApiProperty({ description: 'Number of the contract, decision or case' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  document: string;

  @ApiProperty({ description: 'Seller, programme, lender or party liable' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  counterparty: string;

  @ApiPropertyOptional({ description: 'Parcel that the account is of; the whole region where absent' })
  @IsOptional()
  @Matches(/^\S.{0,99}$/)
  parcel?: string;

  @ApiPropertyOptional({ example: '0.002', description: 'Purchase, compensation: share of the value' })
  @IsOptional()
  @Matches(SHARE)
  share?: string;

  @ApiPropertyOptional({
    type: [String],
    example: ['0.7', '0.3'],
    description: 'Purchase; all but the first wait for quality',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  @Matches(SHARE, { each: true })
  instalments?: string[];

  @ApiPropertyOptional({ example: '0.4', description: 'Pledge' }) @IsOptional() @Matches(SHARE) haircut?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Pledge: only the increment since. Damage: the state before' })
  @IsOptional()
  @IsUUID()
  baseline?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Damage: the state without it' })
  @IsOptional()
  @IsUUID()
  counterfactual?: string;

  @ApiPropertyOptional({ description: 'Damage: years until recovery' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  years?: number;

  @ApiPropertyOptional({ example: '0.03', description: 'Damage: discount rate' })
  @IsOptional()
  @Matches(SHARE)
  rate?: string;
}

export class EcoUseQuery extends PageQuery {
  @ApiPropertyOptional({ enum: KINDS }) @IsOptional() @IsIn(KINDS) kind?: string;
}

export class QualityBody {
  @ApiProperty() @IsBoolean() passed: boolean;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(200) document: string;
}

export class PaidBody {
  @ApiProperty({ format: 'date' }) @Matches(DAY) @IsISO8601({ strict: true }) paidOn: string;
  @ApiProperty({ description: 'Number of the bank slip' }) @IsString() @IsNotEmpty() @MaxLength(100) slip: string;
}

export class ReleaseUseBody {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(500) reason: string;
}

class EcoUseSourceDto {
  @ApiProperty({ enum: ['account', 'before', 'counterfactual', 'baseline'] }) role: string;
  @ApiProperty({ format: 'uuid' }) filing: string;
  @ApiProperty() statement: string;
  @ApiProperty() resultHash: string;
}

class EcoLossDto {
  @ApiProperty() service: string;
  @ApiProperty() before: string;
  @ApiProperty() after: string;
  @ApiProperty() counterfactual: string;
  @ApiProperty({ description: '元 a year' }) loss: string;
}

class EcoUseTermsDto {
  @ApiProperty() counterparty: string;
  @ApiPropertyOptional() share?: string;
  @ApiPropertyOptional() haircut?: string;
  @ApiPropertyOptional() years?: number;
  @ApiPropertyOptional() rate?: string;
  @ApiPropertyOptional({ type: [EcoLossDto] }) losses?: EcoLossDto[];
  @ApiPropertyOptional({ description: '元 in the first year' }) yearly?: string;
}

class EcoInstalmentDto {
  @ApiProperty() n: number;
  @ApiProperty() amount: string;
  @ApiProperty() onQuality: boolean;
  @ApiProperty({ nullable: true, type: String }) paidOn: string | null;
  @ApiProperty({ nullable: true, type: String }) slip: string | null;
}

class EcoQualityDto {
  @ApiProperty() passed: boolean;
  @ApiProperty() document: string;
  @ApiProperty() by: string;
}

export class EcoUseDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'EU2026-000001' }) number: string;
  @ApiProperty({ enum: KINDS }) kind: UseKind;
  @ApiProperty({ example: 'region:331125' }) subject: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty({ type: [String] }) services: string[];
  @ApiProperty({ type: [EcoUseSourceDto] }) sources: EcoUseSourceDto[];
  @ApiProperty({ description: '元' }) base: string;
  @ApiProperty({ description: '元' }) amount: string;
  @ApiProperty({ type: EcoUseTermsDto }) terms: EcoUseTermsDto;
  @ApiProperty() document: string;
  @ApiProperty({ type: [String], description: 'Entries in the no-double-use register' }) claims: string[];
  @ApiProperty({ enum: ['standing', 'released'] }) status: 'standing' | 'released';
  @ApiProperty({ type: EcoQualityDto, nullable: true }) quality: EcoQualityDto | null;
  @ApiProperty({ type: PersonNameDto }) createdBy: PersonNameDto;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: [EcoInstalmentDto] }) instalments: EcoInstalmentDto[];
}

export class EcoUsePageDto {
  @ApiProperty({ type: [EcoUseDto] }) items: EcoUseDto[];
  @ApiPropertyOptional() nextCursor?: string;
}
