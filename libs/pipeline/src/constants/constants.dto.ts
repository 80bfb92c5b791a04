import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDateString,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { TextDto } from '@qingheng/platform';
import { DatedValueDto, MethodParameterDto } from '../methods/methods.dto';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const STATUSES = ['entered', 'approved', 'returned', 'withdrawn'] as const;

export class OfficialDocumentDto {
  @ApiProperty({ example: '温室气体自愿减排项目方法学 造林碳汇' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  title: string;

  @ApiPropertyOptional({ example: 'CCER-14-001-V01' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  number?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Matches(DAY)
  @IsDateString()
  publishedOn?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @MaxLength(1000)
  url?: string;
}

export class EnteredConstantDto {
  @ApiProperty({ example: 'risk_share', description: 'A parameter of the sheet; with keys, one of its look-up tables' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiPropertyOptional({ type: [String], example: ['mee-ets', 'bituminous'], description: 'Of the row' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  keys?: string[];

  @ApiProperty({ example: '0.1' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  value: string;

  @ApiProperty({ example: '1', description: 'As the sheet has it: 1 for a share' })
  @IsString()
  @MaxLength(60)
  unit: string;

  @ApiProperty({ example: '8.4 式（12）' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  clause: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(20)
  page?: string;
}

export class ComparedFormulasDto {
  @ApiProperty({
    description: 'Where the official text has the formulas that the sheet calculates',
    example: '8.1–8.6',
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  clause: string;
}

export class NewConstantsBody {
  @ApiProperty({ type: OfficialDocumentDto })
  @ValidateNested()
  @Type(() => OfficialDocumentDto)
  document: OfficialDocumentDto;

  @ApiProperty({ format: 'date', description: 'Runs as of this day and later use them' })
  @Matches(DAY)
  @IsDateString()
  validFrom: string;

  @ApiProperty({ type: [EnteredConstantDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => EnteredConstantDto)
  constants: EnteredConstantDto[];

  @ApiPropertyOptional({ type: ComparedFormulasDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ComparedFormulasDto)
  formulas?: ComparedFormulasDto;
}

export class ConstantsDecisionBody {
  @ApiProperty({ enum: ['approve', 'return'] })
  @IsIn(['approve', 'return'])
  decision: 'approve' | 'return';

  @ApiPropertyOptional({ description: 'Needed to send it back' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  remarks?: string;
}

export class ConstantsEntryDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Counts up by method' }) number: number;
  @ApiProperty({ enum: STATUSES }) status: (typeof STATUSES)[number];
  @ApiProperty({ description: 'Of the sheet they were entered for' }) sheetHash: string;
  @ApiProperty() sheetVersion: string;
  @ApiProperty({ type: OfficialDocumentDto }) document: OfficialDocumentDto;
  @ApiProperty({ format: 'date' }) validFrom: string;
  @ApiProperty({ type: [EnteredConstantDto] }) constants: EnteredConstantDto[];
  @ApiProperty({ type: ComparedFormulasDto, nullable: true }) formulas: ComparedFormulasDto | null;
  @ApiProperty({ format: 'uuid' }) enteredBy: string;
  @ApiProperty() enterer: string;
  @ApiProperty({ format: 'date-time' }) enteredAt: string;
  @ApiProperty({ nullable: true, type: String }) decider: string | null;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' }) decidedAt: string | null;
  @ApiProperty() remarks: string;
}

export class ProvisionalRowDto {
  @ApiProperty({ description: 'Look-up table' }) name: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty({ type: [String] }) keyNames: string[];
  @ApiProperty({ type: [String] }) keys: string[];
  @ApiProperty({ enum: ['number', 'text', 'boolean', 'date'] }) type: 'number' | 'text' | 'boolean' | 'date';
  @ApiProperty() unit: string;
  @ApiProperty({ type: [DatedValueDto], description: 'As the sheet has them' }) values: DatedValueDto[];
  @ApiProperty({ description: 'Still so for runs of today' }) provisional: boolean;
}

export class MethodConstantsDto {
  @ApiProperty() method: string;
  @ApiProperty() version: string;
  @ApiProperty() sheetHash: string;
  @ApiProperty({ description: 'The formulas have to be compared with the official text too' }) formulas: boolean;
  @ApiProperty({ type: [MethodParameterDto], description: 'Constants that stand as provisional in the sheet' })
  needed: MethodParameterDto[];
  @ApiProperty({
    type: [ProvisionalRowDto],
    description: 'Rows of look-up tables that do; each may be entered by itself',
  })
  rows: ProvisionalRowDto[];
  @ApiProperty({ description: 'Whether results of today may be issued' }) issuable: boolean;
  @ApiProperty({ type: [Number], description: 'Numbers of the entries that runs of today use, newest first' })
  inForce: number[];
  @ApiProperty({ type: [ConstantsEntryDto], description: 'Newest first' }) entries: ConstantsEntryDto[];
}
