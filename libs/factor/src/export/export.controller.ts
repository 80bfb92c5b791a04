/** The library as a file: streamed page by page, never in memory as a whole. */
import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, FactorQuery, factorsFound, UnitOfWork } from '@qingheng/platform';
import { FIELD_NAMES } from '../fields/factor-fields';

type Row = Record<string, unknown> & { id: string; rank: number };
const BATCH = 500;
const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

@ApiTags('factors')
@Controller('factor-exports')
@AnyRole()
export class ExportController {
  constructor(private readonly work: UnitOfWork) {}

  @Get('factors.csv')
  @ApiOperation({ summary: 'Factors that a search finds, under the headings that an import takes' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  csv(@CurrentActor() actor: Actor, @Query() query: FactorQuery): StreamableFile {
    const lines = async function* (this: ExportController) {
      yield `\uFEFF${['version', ...FIELD_NAMES].join(',')}\r\n`;
      for await (const row of this.rows(actor, query))
        yield `${[row.version, ...FIELD_NAMES.map((name) => written(row[camel(name)]))].map(cell).join(',')}\r\n`;
    };
    return fileOf(Readable.from(lines.call(this)), 'text/csv; charset=utf-8', 'factors.csv');
  }

  @Get('factors.json')
  @ApiOperation({ summary: 'Factors that a search finds' })
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'array', items: { type: 'object' } } })
  json(@CurrentActor() actor: Actor, @Query() query: FactorQuery): StreamableFile {
    const parts = async function* (this: ExportController) {
      let before = '[';
      for await (const { rank: _, ...row } of this.rows(actor, query)) {
        yield `${before}${JSON.stringify(row)}`;
        before = ',\n';
      }
      yield before === '[' ? '[]\n' : ']\n';
    };
    return fileOf(Readable.from(parts.call(this)), 'application/json', 'factors.json');
  }

  private async *rows(actor: Actor, query: FactorQuery): AsyncGenerator<Row> {
    const page = Object.assign(new FactorQuery(), query, { limit: BATCH });
    for (let at: { rank: number; id: string } | undefined; ;) {
      const found: Row[] = await this.work.run(actor, (manager) => manager.query(...factorsFound(page, at)));
      yield* found.slice(0, BATCH);
      if (found.length <= BATCH) return;
      at = found[BATCH - 1]!;
    }
  }
}

/** As the import reads it. */
function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(';');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([gas, amount]) => `${gas}=${amount}`)
      .join('; ');
  return String(value);
}

/** What a spreadsheet would take for a formula is text; numbers may be negative. */
function cell(value: unknown): string {
  const text = String(value);
  const safe = /^[=+@\t\r-]/.test(text) && !/^-?[\d.]+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const fileOf = (content: Readable, type: string, name: string) =>
  new StreamableFile(content, { type, disposition: `attachment; filename="${name}"` });
