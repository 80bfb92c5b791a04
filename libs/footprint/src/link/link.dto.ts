import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

const LEVELS = ['aggregate', 'stages', 'full'] as const;
const LABEL = /^CF\d{4}-\d{6,9}-\d{2}$/;
const NULLABLE = { nullable: true, type: String } as const;

export class LinkRequestBody {
  @ApiProperty({ description: 'A label of the product that is taken', example: 'CF2026-000001-22' })
  @Matches(LABEL)
  label: string;

  @ApiProperty({ description: 'Our product that takes it' }) @IsString() @IsNotEmpty() @MaxLength(200) product: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Our filing that uses the link' })
  @IsOptional()
  @IsUUID()
  filing?: string;

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(1000) reason?: string;
}

export class LinkConsentBody {
  @ApiProperty({ enum: LEVELS, description: 'The figure alone, its stages, or the whole result' })
  @IsIn(LEVELS)
  disclosure: 'aggregate' | 'stages' | 'full';

  @ApiPropertyOptional({ description: 'Which label; the newest of the product when absent' })
  @IsOptional()
  @Matches(LABEL)
  label?: string;

  @ApiProperty({ description: 'Consent to publishing a circle together, once, from one run' })
  @IsBoolean()
  joint: boolean;
}

export class LinkNoteBody {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(1000) note: string;
}

export class LinkFilingBody {
  @ApiProperty({ format: 'uuid' }) @IsUUID() filing: string;
}

class LinkMemberDto {
  @ApiPropertyOptional({ format: 'uuid' }) link?: string;
  @ApiProperty() company: string;
  @ApiProperty() product: string;
}

export class SupplierLinkDto {
  @ApiProperty({ format: 'uuid', description: 'An inventory line takes it as supplier:<id>' }) id: string;
  @ApiProperty({ enum: ['taker', 'supplier', 'overseer'] }) side: 'taker' | 'supplier' | 'overseer';
  @ApiProperty({ format: 'uuid' }) takerId: string;
  @ApiProperty() takerName: string;
  @ApiProperty() takerProduct: string;
  @ApiProperty({ nullable: true, type: String, format: 'uuid' }) takerFiling: string | null;
  @ApiProperty({ format: 'uuid' }) supplierId: string;
  @ApiProperty() supplierName: string;
  @ApiProperty() product: string;
  @ApiProperty(NULLABLE) reason: string | null;
  @ApiProperty({ enum: ['requested', 'consented', 'refused', 'withdrawn'] }) state:
    'requested' | 'consented' | 'refused' | 'withdrawn';

  @ApiProperty({ enum: LEVELS, nullable: true }) disclosure: 'aggregate' | 'stages' | 'full' | null;
  @ApiProperty({ description: 'Consented to the next joint run' }) joint: boolean;
  @ApiProperty({ ...NULLABLE, description: 'The version the taker accepted' }) labelNumber: string | null;
  @ApiProperty({ ...NULLABLE, description: 'A newer version, waiting for the taker' }) proposedLabel: string | null;
  @ApiProperty({ nullable: true, type: String, format: 'uuid' }) roundId: string | null;
  @ApiProperty({ ...NULLABLE, description: 'Decimal, of the joint run' }) roundValue: string | null;
  @ApiProperty(NULLABLE) roundUnit: string | null;
  @ApiProperty(NULLABLE) note: string | null;
  @ApiProperty({ format: 'date-time' }) requestedAt: string;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' }) decidedAt: string | null;
  @ApiProperty({ type: [LinkMemberDto], description: 'The circle that the link closes' }) circle: LinkMemberDto[];
}

export class SupplierLinkPageDto {
  @ApiProperty({ type: [SupplierLinkDto] }) items: SupplierLinkDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

export class DisclosedDto {
  @ApiProperty() label: string;
  @ApiProperty({ description: 'Decimal' }) value: string;
  @ApiProperty() unit: string;
  @ApiProperty() declaredUnit: string;
  @ApiProperty() resultHash: string;
  @ApiProperty({ format: 'date' }) periodStart: string;
  @ApiProperty({ format: 'date' }) periodEnd: string;
  @ApiPropertyOptional({ type: [Object], description: 'From level stages' }) stages?: object[];
  @ApiPropertyOptional({ type: Object, description: 'Level full: every table of the result' }) tables?: object;
}
