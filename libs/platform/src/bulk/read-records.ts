/** CSV as spreadsheets write it, record by record: UTF-8 or GB18030, with or without a byte order mark. */
import { Readable } from 'node:stream';
import { type Options, parse } from 'csv-parse';
import { refuse } from './bulk.messages';

const LOOK_AT = 1 << 16;
const OPTIONS: Options = {
  bom: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: 1 << 16,
};

export async function* readRecords(source: Readable, delimiter = ','): AsyncGenerator<string[]> {
  const text = Readable.from(decoded(source), { objectMode: false });
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
