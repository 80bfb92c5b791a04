import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { GrowthCurve } from '../sink-rules';
import { SinkStandDto, SinkStandSpeciesDto } from './stand/stand.dto';

export const STAGES = ['idea', 'survey', 'design', 'filed', 'dropped'] as const;
export type ProspectStage = (typeof STAGES)[number];

const MONEY = /^\d{1,11}(\.\d{1,2})?$/;
const RATE = /^0(\.\d{1,4})?$/;

export class NewSinkProspectDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiProperty({ description: 'GB/T 2260', example: '150785' })
  @Matches(/^\d{6}$/)
  region: string;

  @ApiProperty({ description: 'Whose land it is' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  owner: string;

  @ApiPropertyOptional({ description: 'Code of config/sink/growth.yaml; a stand has that of its species' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  curve?: string;

  @ApiPropertyOptional({ type: SinkStandDto, description: 'Planned by the stand model instead of the curve alone' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SinkStandDto)
  stand?: SinkStandDto;

  @ApiProperty({ description: 'Decimal', example: '1200.5' })
  @Matches(/^(?!0+(\.0+)?$)\d{1,10}(\.\d{1,4})?$/)
  hectares: string;

  @ApiProperty()
  @IsInt()
  @Min(2000)
  @Max(2100)
  startYear: number;

  @ApiProperty({ description: 'Years credits are counted' })
  @IsInt()
  @Min(1)
  @Max(60)
  years: number;

  @ApiProperty({ enum: STAGES })
  @IsIn(STAGES)
  stage: ProspectStage;

  @ApiProperty({ description: 'Decimal, 元 per hectare in the first year' })
  @Matches(MONEY)
  plantingCost: string;

  @ApiProperty({ description: 'Decimal, 元 per hectare and year' })
  @Matches(MONEY)
  yearlyCost: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The project it has become' })
  @IsOptional()
  @IsUUID()
  projectId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class SinkChangedProspectDto extends NewSinkProspectDto {
  @ApiProperty({ description: 'The one that was changed' })
  @IsInt()
  @Min(1)
  revision: number;
}

export class SinkProspectDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) organisationId: string;
  @ApiProperty() organisation: string;
  @ApiProperty() name: string;
  @ApiProperty() region: string;
  @ApiProperty() owner: string;
  @ApiProperty() curve: string;
  @ApiProperty({ type: SinkStandDto, nullable: true }) stand: SinkStandDto | null;
  @ApiProperty({ description: 'Decimal' }) hectares: string;
  @ApiProperty() startYear: number;
  @ApiProperty() years: number;
  @ApiProperty({ enum: STAGES }) stage: ProspectStage;
  @ApiProperty({ description: 'Decimal, 元/hm²' }) plantingCost: string;
  @ApiProperty({ description: 'Decimal, 元/(hm²·a)' }) yearlyCost: string;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) projectId: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty() revision: number;
}

class SinkTextedCurveDto {
  @ApiProperty() age: number;
  @ApiProperty({ description: 'Decimal, t CO2e/hm²' }) stock: string;
}

export class SinkCurveDto implements GrowthCurve {
  @ApiProperty() code: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
  @ApiProperty({ type: [SinkTextedCurveDto] }) points: SinkTextedCurveDto[];
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: GrowthCurve['confidence'];
  @ApiProperty() source: string;
}

export class ScenarioQuery {
  @ApiProperty({ description: '元/t CO2e in the first year', example: '60' })
  @Matches(MONEY)
  price: string = '60';

  @ApiProperty({ description: 'Share a year', example: '0.03' })
  @Matches(RATE)
  priceGrowth: string = '0.03';

  @ApiProperty({ description: 'Share a year', example: '0.05' })
  @Matches(RATE)
  discountRate: string = '0.05';

  @ApiProperty({ description: 'Share kept back for uncertainty and buffer', example: '0.15' })
  @Matches(RATE)
  heldBack: string = '0.15';

  @ApiProperty({ description: '元 for each verification', example: '200000' })
  @Matches(MONEY)
  verificationCost: string = '200000';

  @ApiProperty({ example: '5' })
  @Matches(/^([1-9]|10)$/)
  verificationEvery: string = '5';

  @ApiProperty({ example: '2026' })
  @Matches(/^20[2-9]\d$/)
  baseYear: string = '2026';

  @ApiProperty({ example: '2060' })
  @Matches(/^20[2-9]\d$/)
  lastYear: string = '2060';
}

export class SinkScenarioYearDto {
  @ApiProperty() year: number;
  @ApiProperty({ description: 'Decimal, t CO2e' }) tonnes: string;
  @ApiProperty({ description: 'Decimal, 元' }) revenue: string;
  @ApiProperty({ description: 'Decimal, 元' }) cost: string;
  @ApiProperty({ description: 'Decimal, 元' }) net: string;
  @ApiProperty({ description: 'Decimal, 元, discounted and added up' }) cumulative: string;
}

export class SinkOutlookDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Decimal, t CO2e' }) tonnes: string;
  @ApiProperty({ description: 'Decimal, 元' }) revenue: string;
  @ApiProperty({ description: 'Decimal, 元' }) cost: string;
  @ApiProperty({ description: 'Decimal, 元' }) npv: string;
  @ApiProperty({ type: String, nullable: true, description: 'Decimal, 元/t CO2e' }) costPerTonne: string | null;
}

class SinkTotalDto {
  @ApiProperty({ description: 'Decimal, t CO2e' }) tonnes: string;
  @ApiProperty({ description: 'Decimal, 元' }) npv: string;
  @ApiProperty({ description: 'Decimal' }) hectares: string;
}

export class SinkGroupDto {
  @ApiProperty({ description: 'League code or owner' }) key: string;
  @ApiProperty() prospects: number;
  @ApiProperty({ description: 'Decimal' }) hectares: string;
  @ApiProperty({ description: 'Decimal, t CO2e' }) tonnes: string;
  @ApiProperty({ description: 'Decimal, 元' }) npv: string;
}

export class SinkReserveDto {
  @ApiProperty({ type: [SinkProspectDto] }) prospects: SinkProspectDto[];
  @ApiProperty({ type: [SinkOutlookDto] }) outlook: SinkOutlookDto[];
  @ApiProperty({ type: [SinkScenarioYearDto] }) years: SinkScenarioYearDto[];
  @ApiProperty({ type: [SinkGroupDto] }) leagues: SinkGroupDto[];
  @ApiProperty({ type: [SinkGroupDto] }) banners: SinkGroupDto[];
  @ApiProperty({ type: [SinkGroupDto] }) owners: SinkGroupDto[];
  @ApiProperty({ type: SinkTotalDto }) total: SinkTotalDto;
  @ApiProperty({ type: [SinkCurveDto] }) curves: SinkCurveDto[];
  @ApiProperty({ type: [SinkStandSpeciesDto], description: 'Of the stand model' }) species: SinkStandSpeciesDto[];
}
