import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TextDto } from '@qingheng/platform';
import type { Row } from '@qingheng/sheet';
import { IsInt, IsObject, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';

export class SideDto {
  @ApiProperty({ example: 'mee-2020' })
  @Matches(/^[a-z0-9-]{1,60}$/)
  ruleSet: string;

  @ApiPropertyOptional({ description: "Year of the prices; the rule set's own where absent" })
  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2100)
  priceYear?: number;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' }, description: 'Local prices by key' })
  @IsOptional()
  @IsObject()
  prices?: Record<string, unknown>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'object', additionalProperties: true } },
    description: 'Rows by indicator; for the second side, those of the first where absent',
  })
  @IsOptional()
  @IsObject()
  data?: Record<string, Row[]>;
}

export class CompareDto {
  @ApiProperty({ example: '150000' })
  @Matches(/^\d{2,12}$/)
  region: string;

  @ApiProperty({ type: SideDto })
  @ValidateNested()
  @Type(() => SideDto)
  a: SideDto;

  @ApiProperty({ type: SideDto })
  @ValidateNested()
  @Type(() => SideDto)
  b: SideDto;
}

export class PartsDto {
  @ApiProperty({ description: '元' }) indicator: string;
  @ApiProperty() formula: string;
  @ApiProperty() parameter: string;
  @ApiProperty() price: string;
  @ApiProperty() data: string;
}

export class ComparedIndicatorDto {
  @ApiProperty() code: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty({ enum: ['material', 'regulating', 'cultural'], enumName: 'ServiceClass' }) class: string;
  @ApiProperty({ description: '元' }) a: string;
  @ApiProperty() b: string;
  @ApiProperty({ type: PartsDto }) parts: PartsDto;
}

export class RuleSetComparisonDto {
  @ApiProperty({ description: 'GEP under the first rule set, 元' }) a: string;
  @ApiProperty() b: string;
  @ApiProperty({ description: 'b − a; the parts add up to it exactly' }) difference: string;
  @ApiProperty({ type: PartsDto }) parts: PartsDto;
  @ApiProperty({ type: [ComparedIndicatorDto] }) indicators: ComparedIndicatorDto[];
  @ApiProperty({ type: [String], description: 'Indicators of a rule set for which there are no quantities' })
  without: string[];
  @ApiProperty({ description: 'Rests on text that is not public: a trial that issues nothing' }) provisional: boolean;
  @ApiProperty({ type: [String], description: 'SHA-256 of the two rule sets' }) hashes: string[];
}

export class IndicatorDto {
  @ApiProperty() code: string;
  @ApiProperty({ enum: ['material', 'regulating', 'cultural'], enumName: 'ServiceClass' }) class: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty() sheet: string;
  @ApiProperty() table: string;
  @ApiProperty() output: string;
  @ApiPropertyOptional() shares?: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) formula?: object;
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } }) parameters?: object;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) prices?: object;
}

export class RuleSourceDto {
  @ApiProperty() title: string;
  @ApiProperty() clause: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: string;
}

export class RuleSetDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty() default: boolean;
  @ApiProperty() validFrom: string;
  @ApiProperty({ description: 'Products from outside the region are deducted' }) deductsOutside: boolean;
  @ApiProperty() priceYear: number;
  @ApiProperty({ type: RuleSourceDto }) source: RuleSourceDto;
  @ApiProperty({ type: TextDto }) note: TextDto;
  @ApiProperty() hash: string;
  @ApiProperty({ type: [IndicatorDto] }) indicators: IndicatorDto[];
}

export class PriceDto {
  @ApiProperty() key: string;
  @ApiProperty() year: number;
  @ApiProperty() value: string;
  @ApiProperty() unit: string;
  @ApiProperty({ type: TextDto }) name: TextDto;
  @ApiProperty() source: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: string;
  @ApiProperty() note: string;
}

export class SampleDataDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty() source: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'object', additionalProperties: true } },
  })
  data: Record<string, Row[]>;
}

export class RuleBookDto {
  @ApiProperty({ type: [RuleSetDto] }) sets: RuleSetDto[];
  @ApiProperty({ type: [PriceDto] }) prices: PriceDto[];
  @ApiProperty({ type: [SampleDataDto] }) samples: SampleDataDto[];
}

export class SeriesDto {
  @ApiProperty({ example: '150000' })
  @Matches(/^\d{2,12}$/)
  region: string;

  @ApiProperty({ type: [SideDto], description: 'The same account in consecutive years, each with its prices' })
  @ValidateNested({ each: true })
  @Type(() => SideDto)
  years: SideDto[];
}

export class SeriesPointDto {
  @ApiProperty({ description: 'At the prices of its year, 元' }) current: string;
  @ApiProperty({ description: 'At the prices of the first year, 元' }) constant: string;
  @ApiProperty({ description: 'Change on the year before from quantities, 元' }) volume: string;
  @ApiProperty({ description: 'Change on the year before from prices, 元' }) price: string;
  @ApiProperty({ description: 'Change on the year before from anything else, 元' }) other: string;
}
