/** A spreadsheet of factors: looked at, its columns named, checked, then proposed as a whole. Nothing is kept before that. */
import { Body, Controller, HttpCode, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, CurrentActor, FileStore, Refusal, refuse as refuseAny, Role, Roles } from '@qingheng/platform';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { refuse } from '../factor.messages';
import { FIELDS } from '../fields/factor-fields';
import { ProposalDto } from '../proposal/proposal.dto';
import { ProposalService } from '../proposal/proposal.service';
import { type Mapping, mapped, suggested, withCells } from './mapping';
import { readTable } from './read-table';

class MappingBody {
  @ApiProperty({
    description: 'JSON: field → column from 0, or {"value": "…"} for every row',
    example: '{"id":0,"name_zh":1,"confidence":{"value":"secondary"}}',
  })
  @IsString()
  @MaxLength(20_000)
  mapping: string;
}

class ImportBody extends MappingBody {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  reason?: string;
}

class ImportColumnDto {
  @ApiProperty()
  heading: string;

  @ApiProperty({ type: [String], description: 'the first five cells' })
  samples: string[];
}

class ImportFieldDto {
  @ApiProperty()
  name: string;

  @ApiProperty()
  required: boolean;
}

class ImportPreviewDto {
  @ApiProperty({ description: 'rows of data' })
  rows: number;

  @ApiProperty({ type: [ImportColumnDto] })
  columns: ImportColumnDto[];

  @ApiProperty({ type: [ImportFieldDto], description: 'what columns can be' })
  fields: ImportFieldDto[];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, description: 'field → column, as guessed' })
  suggested: Mapping;
}

class ImportedRowDto {
  @ApiProperty({ description: 'row of the spreadsheet' })
  row: string;

  @ApiProperty()
  factorId: string;

  @ApiProperty({ description: 'version that counts now; 0: a new factor' })
  baseVersion: number;

  @ApiProperty({ type: [String], description: 'fields that change' })
  changes: string[];
}

class ImportCheckDto {
  @ApiProperty()
  rows: number;

  @ApiProperty()
  added: number;

  @ApiProperty()
  changed: number;

  @ApiProperty({ type: [ImportedRowDto], description: 'the first hundred' })
  items: ImportedRowDto[];
}

const FILE = { file: { type: 'string', format: 'binary' } };
const TEXT = { type: 'string' };

@ApiTags('factors')
@Controller('factor-imports')
@Roles(Role.Filer, Role.Reviewer, Role.MethodAdmin)
@ApiConsumes('multipart/form-data')
@UseInterceptors(FileInterceptor('file'))
export class ImportController {
  constructor(
    private readonly proposals: ProposalService,
    private readonly files: FileStore,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'Columns of an .xlsx or CSV with their first cells, and which field each may be' })
  @ApiBody({ schema: { type: 'object', properties: FILE } })
  @ApiOkResponse({ type: ImportPreviewDto })
  async preview(@UploadedFile() file: Uploaded): Promise<ImportPreviewDto> {
    const { headings, rows } = await readTable(bytesOf(file));
    return {
      rows: rows.length,
      columns: headings.map((heading, i) => ({
        heading,
        samples: rows.slice(0, 5).map(({ cells }) => cells[i] ?? ''),
      })),
      fields: FIELDS.map(({ name, required = false }) => ({ name, required })),
      suggested: suggested(headings),
    };
  }

  @Post('check')
  @HttpCode(200)
  @ApiOperation({ summary: 'What the import would propose, or every bad cell by its address' })
  @ApiBody({ schema: { type: 'object', properties: { ...FILE, mapping: TEXT } } })
  @ApiOkResponse({ type: ImportCheckDto })
  async check(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: Uploaded,
    @Body() { mapping }: MappingBody,
  ): Promise<ImportCheckDto> {
    const { cells, names, map } = await this.rows(file, mapping);
    const rows = await naming(map, () => this.proposals.check(actor, cells, names));
    return {
      rows: rows.length,
      added: rows.filter(({ base }) => base === 0).length,
      changed: rows.filter(({ base }) => base > 0).length,
      items: rows
        .slice(0, 100)
        .map(({ record, base, changes }, i) => ({ row: names[i]!, factorId: record.id, baseVersion: base, changes })),
    };
  }

  @Post()
  @ApiOperation({ summary: 'Propose every row of the spreadsheet, or none: bad cells are named by address' })
  @ApiBody({ schema: { type: 'object', properties: { ...FILE, mapping: TEXT, title: TEXT, reason: TEXT } } })
  @ApiCreatedResponse({ type: ProposalDto })
  async import(@CurrentActor() actor: Actor, @UploadedFile() file: Uploaded, @Body() body: ImportBody) {
    const { cells, names, map } = await this.rows(file, body.mapping);
    // The source of each row, where the file does not name one itself.
    const name = Buffer.from(file!.originalname, 'latin1').toString('utf8').slice(0, 200);
    const sourced = cells.map((row, i) => ({
      ...row,
      source_document: row.source_document ?? name,
      source_row: row.source_row ?? names[i]!,
    }));
    const { title, reason } = body;
    await naming(map, () => this.proposals.check(actor, sourced, names));
    const { sha256 } = await this.files.put(bytesOf(file), { kinds: ['zip', 'text'] });
    return naming(map, () =>
      this.proposals.propose(actor, { title, reason, rows: sourced, names, file: { name, sha256 } }),
    );
  }

  private async rows(file: Uploaded, mapping: string) {
    const map = mappingOf(mapping);
    return { ...mapped(await readTable(bytesOf(file)), map), map };
  }
}

type Uploaded = { buffer: Buffer; originalname: string } | undefined;

function bytesOf(file: Uploaded): Buffer {
  if (!file) throw refuse('IMPORT_NOT_TABLE', { why: '—' });
  return file.buffer;
}

function mappingOf(text: string): Mapping {
  try {
    const mapping: unknown = JSON.parse(text);
    if (typeof mapping === 'object' && mapping !== null && !Array.isArray(mapping)) return mapping as Mapping;
  } catch {
    // said below
  }
  throw refuse('IMPORT_MAPPING', { column: text.slice(0, 60) });
}

async function naming<T>(mapping: Mapping, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'INVALID_INPUT') throw error;
    throw refuseAny('INVALID_INPUT', { count: error.faults.length }, withCells(error.faults, mapping));
  }
}
