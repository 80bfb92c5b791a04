import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FaultDto, TextDto } from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { FORMS, type FormName } from './forms';
import { IMPORT_STATUSES } from './import.record';

const NAMES = [...FORMS.map(({ name }) => name), 'workbook'] as const;

export class ImportQuery {
  @ApiProperty({ enum: NAMES, description: 'The form of a CSV file, or workbook for an .xlsx of several forms' })
  @IsIn(NAMES)
  form: FormName | 'workbook';

  @ApiProperty({ description: 'Name of the file' })
  @IsString()
  @MaxLength(200)
  name: string;
}

export class FieldImportDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  projectId: string;

  @ApiProperty()
  fileName: string;

  @ApiProperty({ enum: NAMES })
  form: string;

  @ApiProperty({ description: 'SHA-256 of the file' })
  file: string;

  @ApiProperty()
  bytes: number;

  @ApiProperty({ enum: IMPORT_STATUSES })
  status: (typeof IMPORT_STATUSES)[number];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, description: 'Rows taken in, by form' })
  rows: object;

  @ApiProperty({ type: Number, nullable: true, description: 'Faults in all; `faults` shows the first of them' })
  faultCount: number | null;

  @ApiProperty({ type: [FaultDto] })
  faults: Fault[];

  @ApiProperty({ description: 'Warnings in all: rows that were taken in and deserve a look' })
  warningCount: number;

  @ApiProperty({ type: [FaultDto] })
  warnings: Fault[];

  @ApiProperty({ type: String, nullable: true, description: 'The file that came in, bad cells marked' })
  faultFile: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  jobId: string | null;

  @ApiProperty({ type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } })
  createdBy: object;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  finishedAt: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Share done, 0 to 1' })
  progress?: string | null;

  @ApiPropertyOptional({ type: TextDto, nullable: true })
  note?: TextDto | null;
}

export class FieldImportPageDto {
  @ApiProperty({ type: [FieldImportDto] })
  items: FieldImportDto[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class FormColumnDto {
  @ApiProperty()
  name: string;

  @ApiProperty()
  zh: string;

  @ApiProperty()
  en: string;

  @ApiPropertyOptional()
  unit?: string;

  @ApiProperty({ enum: ['text', 'number', 'integer', 'date', 'choice', 'species'] })
  type: string;

  @ApiPropertyOptional()
  required?: boolean;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  choices?: Record<string, string>;
}

export class FormDto {
  @ApiProperty()
  name: string;

  @ApiProperty()
  zh: string;

  @ApiProperty()
  en: string;

  @ApiProperty({ type: [FormColumnDto] })
  columns: FormColumnDto[];
}

export class SpeciesDto {
  @ApiProperty()
  code: string;

  @ApiProperty()
  zh: string;

  @ApiPropertyOptional({ description: 'cm' })
  dMin?: number;

  @ApiPropertyOptional({ description: 'cm' })
  dMax?: number;
}

export class FormsDto {
  @ApiProperty({ type: [FormDto] })
  forms: FormDto[];

  @ApiProperty({ type: [SpeciesDto] })
  species: SpeciesDto[];
}
