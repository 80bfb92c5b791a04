import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TextDto } from '@qingheng/platform';

export class MethodSourceDto {
  @ApiProperty() title: string;
  @ApiPropertyOptional() clause?: string;
  @ApiPropertyOptional() url?: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
}

export class ValidityDto {
  @ApiProperty({ format: 'date' }) from: string;
  @ApiPropertyOptional({ format: 'date' }) to?: string;
}

export class MethodSummaryDto {
  @ApiProperty() id: string;
  @ApiProperty() version: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiPropertyOptional({ type: TextDto }) summary?: TextDto;
  @ApiProperty({ type: MethodSourceDto }) source: MethodSourceDto;
  @ApiProperty({ type: ValidityDto }) valid: ValidityDto;
  @ApiProperty({ type: [String] }) regions: string[];
  @ApiProperty() hash: string;
}

export class MethodPageDto {
  @ApiProperty({ type: [MethodSummaryDto] }) items: MethodSummaryDto[];
}

export class ExampleStandingDto {
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty() source: string;
  @ApiProperty({ description: 'Whether the sheet reproduces it' }) ok: boolean;
}

export class DatedValueDto {
  @ApiProperty({ description: 'Decimal, or a choice' }) value: string;
  @ApiPropertyOptional({ format: 'date' }) from?: string;
  @ApiPropertyOptional({ format: 'date' }) to?: string;
  @ApiPropertyOptional() region?: string;
  @ApiProperty() source: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
}

export class MethodParameterDto {
  @ApiProperty() name: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty({ enum: ['number', 'text', 'boolean', 'date'] }) type: 'number' | 'text' | 'boolean' | 'date';
  @ApiProperty() unit: string;
  @ApiPropertyOptional({ type: TextDto }) help?: TextDto;
  @ApiPropertyOptional() clause?: string;
  @ApiPropertyOptional({ description: 'A sound value, of the sheet or of its worked examples' }) example?: string;
  @ApiPropertyOptional({ type: [String] }) choices?: string[];
  @ApiPropertyOptional() min?: string;
  @ApiPropertyOptional() max?: string;
  @ApiProperty({ type: [DatedValueDto] }) values: DatedValueDto[];
}

export class LookupRowDto {
  @ApiProperty({ type: [String] }) keys: string[];
  @ApiProperty() value: string;
  @ApiPropertyOptional({ format: 'date' }) from?: string;
  @ApiPropertyOptional({ format: 'date' }) to?: string;
  @ApiPropertyOptional() region?: string;
  @ApiProperty() source: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
}

export class LookupDto {
  @ApiProperty() name: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty({ type: [String] }) keys: string[];
  @ApiProperty() unit: string;
  @ApiProperty({ type: [LookupRowDto] }) rows: LookupRowDto[];
}

export class OperatorUseDto {
  @ApiProperty() name: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'Formulas' }) args: Record<
    string,
    string
  >;
}

export class MethodColumnDto {
  @ApiProperty({ enum: ['input', 'computed'] }) kind: 'input' | 'computed';
  @ApiProperty() name: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiPropertyOptional({ type: TextDto }) help?: TextDto;
  @ApiProperty({ enum: ['number', 'text', 'boolean', 'date'] }) type: 'number' | 'text' | 'boolean' | 'date';
  @ApiProperty() unit: string;
  @ApiPropertyOptional() decimals?: number;
  @ApiPropertyOptional() min?: string;
  @ApiPropertyOptional() max?: string;
  @ApiPropertyOptional() above?: string;
  @ApiPropertyOptional() below?: string;
  @ApiPropertyOptional({ type: [String] }) choices?: string[];
  @ApiPropertyOptional() required?: boolean;
  @ApiPropertyOptional({ description: 'Of an input: its own, or that of the figure it goes into' }) clause?: string;
  @ApiPropertyOptional({ description: 'A sound value, of the sheet or of its worked examples' }) example?: string;
  @ApiPropertyOptional() formula?: string;
  @ApiPropertyOptional({ type: OperatorUseDto }) operator?: OperatorUseDto;
}

export class TableParentDto {
  @ApiProperty() table: string;
  @ApiProperty({ type: [String] }) on: string[];
}

export class TableGroupDto {
  @ApiProperty() table: string;
  @ApiProperty({ type: [String] }) by: string[];
}

export class RowCheckDto {
  @ApiProperty() formula: string;
  @ApiProperty({ type: TextDto }) message: TextDto;
  @ApiPropertyOptional() column?: string;
  @ApiPropertyOptional() code?: string;
}

export class MethodTableDto {
  @ApiProperty() name: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty({ type: [String] }) key: string[];
  @ApiPropertyOptional({ type: TableParentDto }) parent?: TableParentDto;
  @ApiPropertyOptional({ type: TableGroupDto }) group?: TableGroupDto;
  @ApiProperty() optional: boolean;
  @ApiProperty({ type: [MethodColumnDto] }) columns: MethodColumnDto[];
  @ApiProperty({ type: [RowCheckDto] }) checks: RowCheckDto[];
}

export class MethodOutputDto {
  @ApiProperty() name: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty({ enum: ['number', 'text', 'boolean', 'date'] }) type: 'number' | 'text' | 'boolean' | 'date';
  @ApiProperty() unit: string;
  @ApiPropertyOptional() decimals?: number;
  @ApiPropertyOptional() clause?: string;
  @ApiProperty() formula: string;
}

export class MethodDto extends MethodSummaryDto {
  @ApiProperty({ description: 'False where an example fails or a provisional value is used' }) issuable: boolean;
  @ApiProperty({ type: [ExampleStandingDto] }) examples: ExampleStandingDto[];
  @ApiProperty({ type: [MethodParameterDto] }) parameters: MethodParameterDto[];
  @ApiProperty({ type: [LookupDto] }) lookups: LookupDto[];
  @ApiProperty({ type: [MethodTableDto] }) tables: MethodTableDto[];
  @ApiProperty({ type: [MethodOutputDto] }) outputs: MethodOutputDto[];
}
