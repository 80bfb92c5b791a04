import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery, TextDto } from '@qingheng/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

const DECIMAL = /^[+-]?\d{1,30}(\.\d{1,30})?$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const URN = /^urn:[^\s#+]+$/i;
const NULLABLE = { nullable: true, type: String } as const;
const TOLD = { nullable: true, type: TextDto } as const;
const DATED = { nullable: true, type: String, format: 'date-time' } as const;

export class PactMessageDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() partner: string;
  @ApiProperty({ enum: ['created', 'fulfilled', 'rejected', 'published'] }) kind: string;
  @ApiProperty({ enum: ['waiting', 'delivered', 'dead'] }) state: string;
  @ApiProperty() attempts: number;
  @ApiProperty(DATED) nextAt: string | null;
  @ApiProperty({ format: 'date-time', description: 'Given up after this: 72 hours' }) deadline: string;
  @ApiProperty(TOLD) lastError: TextDto | null;
  @ApiProperty({ enum: ['open', 'fulfilled', 'rejected'], nullable: true }) answer: string | null;
  @ApiProperty(NULLABLE) answerNote: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty(DATED) deliveredAt: string | null;
  @ApiProperty({ type: Object }) data: object;
}

export class PactMessagePageDto {
  @ApiProperty({ type: [PactMessageDto] }) items: PactMessageDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

export class PactAttemptDto {
  @ApiProperty() number: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() ok: boolean;
  @ApiProperty({ nullable: true, type: Number, description: 'HTTP status, where there was an answer' })
  status: number | null;
  @ApiProperty(TOLD) note: TextDto | null;
  @ApiProperty({ description: 'Milliseconds' }) ms: number;
}

export class PactEventDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() partner: string;
  @ApiProperty({ enum: ['created', 'fulfilled', 'rejected', 'published'] }) kind: string;
  @ApiProperty() source: string;
  @ApiProperty() eventId: string;
  @ApiProperty({ enum: ['received', 'done', 'failed'] }) state: string;
  @ApiProperty(TOLD) note: TextDto | null;
  @ApiProperty({ format: 'date-time' }) receivedAt: string;
  @ApiProperty({ type: Object }) data: object;
}

export class PactEventPageDto {
  @ApiProperty({ type: [PactEventDto] }) items: PactEventDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

export class ReceivedDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() partner: string;
  @ApiProperty({ format: 'uuid' }) pfId: string;
  @ApiProperty() companyName: string;
  @ApiProperty() productName: string;
  @ApiProperty({ type: [String] }) productIds: string[];
  @ApiProperty({ example: 'kilogram' }) declaredUnit: string;
  @ApiProperty({ description: 'Decimal' }) declaredAmount: string;
  @ApiProperty({ description: 'Decimal, kg CO2e per declared amount, excluding biogenic uptake' }) value: string;
  @ApiProperty({ enum: ['Active', 'Deprecated'] }) status: string;
  @ApiProperty({ description: 'Findings that keep it out of inventories' }) errors: number;
  @ApiProperty() warnings: number;
  @ApiProperty({ format: 'date-time' }) receivedAt: string;
}

export class ReceivedPageDto {
  @ApiProperty({ type: [ReceivedDto] }) items: ReceivedDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

class PactTextDto {
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

export class PactFindingDto {
  @ApiProperty({ example: 'PF-SUM-EXCLUDING' }) rule: string;
  @ApiProperty({ example: '/pcf/pcfExcludingBiogenicUptake', description: 'RFC 6901' }) pointer: string;
  @ApiProperty({ enum: ['error', 'warning'] }) severity: 'error' | 'warning';
  @ApiProperty({ type: PactTextDto }) message: PactTextDto;
}

export class ReceivedDetailDto extends ReceivedDto {
  @ApiProperty({ type: Object }) footprint: object;
  @ApiProperty({ type: [PactFindingDto] }) findings: PactFindingDto[];
}

export class LintDto {
  @ApiProperty() errors: number;
  @ApiProperty() warnings: number;
  @ApiProperty({ type: [PactFindingDto] }) findings: PactFindingDto[];
}

export class LintBody {
  @ApiProperty({ type: Object, description: 'A ProductFootprint of PACT 3' })
  @IsObject()
  footprint: object;
}

export class PublishedDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() labelNumber: string;
  @ApiProperty({ enum: ['Active', 'Deprecated'] }) status: string;
  @ApiProperty({ format: 'date-time' }) created: string;
  @ApiProperty(DATED) deprecatedAt: string | null;
  @ApiProperty(NULLABLE) deprecateReason: string | null;
  @ApiProperty({ type: Object }) footprint: object;
}

export class PublishedPageDto {
  @ApiProperty({ type: [PublishedDto] }) items: PublishedDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

class PartsBody {
  @ApiPropertyOptional() @IsOptional() @Matches(DECIMAL) landUseChangeGhgEmissions?: string;
  @ApiPropertyOptional() @IsOptional() @Matches(DECIMAL) landManagementBiogenicCO2Emissions?: string;
  @ApiPropertyOptional({ description: 'Zero or negative' })
  @IsOptional()
  @Matches(DECIMAL)
  landManagementBiogenicCO2Removals?: string;
  @ApiPropertyOptional() @IsOptional() @Matches(DECIMAL) biogenicNonCO2Emissions?: string;
  @ApiPropertyOptional({ description: 'Zero or negative' }) @IsOptional() @Matches(DECIMAL) biogenicCO2Uptake?: string;
}

class DqiBody {
  @ApiProperty({ description: '1 to 5' }) @Matches(DECIMAL) technologicalDQR: string;
  @ApiProperty({ description: '1 to 5' }) @Matches(DECIMAL) geographicalDQR: string;
  @ApiProperty({ description: '1 to 5' }) @Matches(DECIMAL) temporalDQR: string;
}

export class PublishBody {
  @ApiProperty({ example: 'CF2026-000001-22' }) @IsString() @MaxLength(40) label: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'A published footprint that this one takes the place of' })
  @IsOptional()
  @IsUUID()
  replaces?: string;

  @ApiPropertyOptional({ type: [String], description: 'URNs; one of our own when absent' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Matches(URN, { each: true })
  productIds?: string[];

  @ApiPropertyOptional({ type: [String], example: ['urn:cpc:41431'] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Matches(URN, { each: true })
  productClassifications?: string[];

  @ApiPropertyOptional({ description: 'kg; needed where the declared unit is no mass' })
  @IsOptional()
  @Matches(DECIMAL)
  productMassPerDeclaredUnit?: string;

  @ApiProperty({ description: 'kg C per declared unit' }) @Matches(DECIMAL) fossilCarbonContent: string;
  @ApiPropertyOptional({ description: 'kg C per declared unit' })
  @IsOptional()
  @Matches(DECIMAL)
  biogenicCarbonContent?: string;

  @ApiPropertyOptional({ type: PartsBody, description: 'kg CO2e per declared unit; the rest is fossil' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PartsBody)
  parts?: PartsBody;

  @ApiProperty() @IsBoolean() packagingEmissionsIncluded: boolean;
  @ApiPropertyOptional() @IsOptional() @Matches(DECIMAL) packagingGhgEmissions?: string;
  @ApiPropertyOptional({ description: 'Per cent' }) @IsOptional() @Matches(DECIMAL) primaryDataShare?: string;
  @ApiPropertyOptional({ type: DqiBody }) @IsOptional() @ValidateNested() @Type(() => DqiBody) dqi?: DqiBody;

  @ApiPropertyOptional({ type: [String], example: ['AR6'], description: 'Where the result does not say it' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @Matches(/^AR\d$/, { each: true })
  ipccCharacterizationFactors?: string[];

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(2000) allocationRulesDescription?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(2000) comment?: string;
}

export class ReasonBody {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(1000) reason: string;
}

const ids = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({ type: [String] })(target, key);
  IsOptional()(target, key);
  IsArray()(target, key);
  ArrayMaxSize(100)(target, key);
  IsString({ each: true })(target, key);
  MaxLength(500, { each: true })(target, key);
};

/** The same criteria for a request and for reading a list. */
export class CriteriaBody {
  @ids() productId?: string[];
  @ids() companyId?: string[];
  @ids() geography?: string[];
  @ids() classification?: string[];
  @ApiPropertyOptional({ format: 'date-time' }) @IsOptional() @Matches(MOMENT) validOn?: string;
  @ApiPropertyOptional({ format: 'date-time' }) @IsOptional() @Matches(MOMENT) validAfter?: string;
  @ApiPropertyOptional({ format: 'date-time' }) @IsOptional() @Matches(MOMENT) validBefore?: string;

  @ApiPropertyOptional({ type: [String], enum: ['Active', 'Deprecated'] })
  @IsOptional()
  @IsArray()
  @IsIn(['Active', 'Deprecated'], { each: true })
  status?: string[];
}

export class RequestBody extends CriteriaBody {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(2000) comment?: string;
}

export class OutboxQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['waiting', 'delivered', 'dead'] })
  @IsOptional()
  @IsIn(['waiting', 'delivered', 'dead'])
  state?: string;
}

export class InboxQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['received', 'done', 'failed'] })
  @IsOptional()
  @IsIn(['received', 'done', 'failed'])
  state?: string;
}

export class FootprintListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Part of the product, its identifiers, the company or the label' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ enum: ['Active', 'Deprecated'] })
  @IsOptional()
  @IsIn(['Active', 'Deprecated'])
  status?: string;
}
