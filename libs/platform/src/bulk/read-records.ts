/** CSV as spreadsheets write it, record by record: UTF-8 or GB18030, with or without a byte order mark. */
import { Readable } from 'node:stream';
import { type Options, parse } from 'csv-parse';
import { refuse } from './bulk.messages';

const LOOK_AT = 1 << 16;
/** A longer line is no row of a table. */
const MOST_LINE = 1 << 16;
const OPTIONS: Options = {
  bom: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: MOST_LINE,
};

/**
 * Lines without a quote are parted at the delimiter, which is most of every large file and many times as fast; from the
 * first quote on, and where lines end in a way of their own, the parser takes over.
 */
export async function* readRecords(source: Readable, delimiter = ','): AsyncGenerator<string[]> {
  const pieces = decoded(source);
  let rest = '';
  let begun = false;
  for await (const piece of pieces) {
    let text = rest + piece;
    if (!begun) text = text.replace(/^\uFEFF/, '');
    begun = true;
    if (text.includes('"') || /\r(?!\n|$)/.test(text)) {
      yield* parsed(chained(text, pieces), delimiter);
      return;
    }
    const lines = text.split('\n');
    rest = lines.pop()!;
    if (rest.length > MOST_LINE) throw refuse('NOT_CSV_TEXT');
    for (const line of lines) {
      const end = line.endsWith('\r') ? line.length - 1 : line.length;
      if (end) yield line.slice(0, end).split(delimiter);
    }
  }
  const last = rest.replace(/\r$/, '');
  if (last) yield last.split(delimiter);
}

async function* chained(first: string, others: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* others;
}

async function* parsed(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<string[]> {
  const text = Readable.from(pieces, { objectMode: false });
  const parser = text.pipe(parse({ ...OPTIONS, delimiter }));
  text.on('error', (error) => parser.destroy(error));
  try {
    yield* parser as AsyncIterable<string[]>;
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_')) throw refuse('NOT_CSV_TEXT');
    throw error;
  }
}

/** The first pieces decide: what is no UTF-8 there is GB18030. */
async function* decoded(source: Readable): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      if (decoder) {
        yield decoder.decode(chunk, { stream: true });
        continue;
      }
      head = Buffer.concat([head, chunk]);
      if (head.length < LOOK_AT) continue;
      decoder = decoderOf(head);
      yield decoder.decode(head, { stream: true });
    }
    if (decoder) yield decoder.decode();
    else yield decoderOf(head).decode(head);
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw refuse('NOT_CSV_TEXT');
    throw error;
  }
}

function decoderOf(head: Buffer): TextDecoder {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return new TextDecoder('utf-8', { fatal: true });
  } catch {
    return new TextDecoder('gb18030', { fatal: true });
  }
}
