/**
 * The parts of a zip file, by its central directory. Sizes are checked before anything is unpacked, and counted again while
 * unpacking, since a directory can lie: a general unzip stream would notice neither.
 */
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { fileFault, say, UnreadableWorkbook } from '../cell-fault';

const MOST_UNPACKED = 300 * 1024 * 1024;
/** Rows of equal figures pack well, but nothing honest of this size packs better than this. */
const MOST_RATIO = 250;
const RATIO_FROM = 10 * 1024 * 1024;
const MOST_PARTS = 2000;

interface Part {
  method: number;
  packed: number;
  size: number;
  offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

export const notAWorkbook = (zh: string, en: string): UnreadableWorkbook =>
  new UnreadableWorkbook(
    fileFault(
      'NOT_A_WORKBOOK',
      say(`不是 Excel 工作簿（.xlsx）：${zh}`, `not an Excel workbook (.xlsx): ${en}`),
      say('在 Excel 或 WPS 中另存为 .xlsx（不加密码）后再导入', 'save it as .xlsx without password, and import again'),
    ),
  );

export const tooLarge = (zh: string, en: string): UnreadableWorkbook =>
  new UnreadableWorkbook(
    fileFault(
      'FILE_TOO_LARGE',
      say(`文件过大：${zh}`, `the file is too large: ${en}`),
      say('删去无关的工作表和图片，或分成几次填报', 'remove unrelated worksheets and pictures, or file in parts'),
    ),
  );

export class ZipFile {
  private unpacked = 0;

  private constructor(
    private readonly bytes: Buffer,
    private readonly parts: ReadonlyMap<string, Part>,
  ) {}

  static open(bytes: Buffer): ZipFile {
    if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0xd0cf11e0)
      throw notAWorkbook('是旧版 .xls 或加密的文件', 'it is an old .xls or an encrypted file');
    const parts = new Map<string, Part>();
    let total = 0;
    try {
      for (const { name, ...part } of directory(bytes)) {
        if (parts.has(name)) throw notAWorkbook('压缩包内有重名部件', 'the archive holds one part twice');
        parts.set(name, part);
        total += part.size;
      }
    } catch (error) {
      if (isOutside(error)) throw notAWorkbook('压缩包目录损坏', 'the directory of the archive is broken');
      throw error;
    }
    if (total > MOST_UNPACKED || (total > RATIO_FROM && total > bytes.length * MOST_RATIO))
      throw tooLarge('解压后超过限度', 'unpacked it exceeds the limit');
    return new ZipFile(bytes, parts);
  }

  get names(): string[] {
    return [...this.parts.keys()];
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  size(name: string): number {
    return this.parts.get(name)?.size ?? 0;
  }

  /** The part as text, piece by piece. */
  async *read(name: string): AsyncGenerator<string> {
    const part = this.parts.get(name);
    if (!part) throw notAWorkbook(`缺少 ${name}`, `${name} is missing`);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let own = 0;
    try {
      for await (const piece of this.pieces(part)) {
        own += piece.length;
        this.unpacked += piece.length;
        if (own > part.size || this.unpacked > MOST_UNPACKED)
          throw tooLarge('解压后的大小与声明不符或超过限度', 'unpacked it is larger than declared or than the limit');
        yield decoder.decode(piece, { stream: true });
      }
      yield decoder.decode();
    } catch (error) {
      if (error instanceof UnreadableWorkbook || !isDamage(error)) throw error;
      throw notAWorkbook('内容损坏', 'its content is damaged');
    }
  }

  /** The part as it is. */
  async bytesOf(name: string): Promise<Buffer> {
    const part = this.parts.get(name);
    if (!part) throw notAWorkbook(`缺少 ${name}`, `${name} is missing`);
    const pieces: Buffer[] = [];
    let own = 0;
    try {
      for await (const piece of this.pieces(part)) {
        own += piece.length;
        if (own > part.size) throw tooLarge('解压后的大小与声明不符', 'unpacked it is larger than declared');
        pieces.push(piece);
      }
    } catch (error) {
      if (error instanceof UnreadableWorkbook || !isDamage(error)) throw error;
      throw notAWorkbook('内容损坏', 'its content is damaged');
    }
    return Buffer.concat(pieces);
  }

  private pieces(part: Part): AsyncIterable<Buffer> {
    const { bytes } = this;
    if (part.offset + 30 > bytes.length || bytes.readUInt32LE(part.offset) !== LOCAL)
      throw notAWorkbook('压缩包损坏', 'the archive is damaged');
    const start = part.offset + 30 + bytes.readUInt16LE(part.offset + 26) + bytes.readUInt16LE(part.offset + 28);
    const packed = Readable.from([bytes.subarray(start, start + part.packed)]);
    if (part.method === 0) return packed;
    if (part.method !== 8) throw notAWorkbook('不支持的压缩方式', 'unsupported compression');
    const inflate = createInflateRaw();
    packed.on('error', (error) => inflate.destroy(error));
    return packed.pipe(inflate);
  }
}

/** Only what bad bytes cause: zlib's complaints (Z_…) and bytes that are no UTF-8. Anything else is a fault of ours. */
function isDamage(error: unknown): boolean {
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  return code.startsWith('Z_') || code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}

/** An offset that points out of the file. */
const isOutside = (error: unknown): boolean =>
  ['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS'].includes(String((error as NodeJS.ErrnoException).code));

function* directory(bytes: Buffer): Generator<Part & { name: string }> {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw tooLarge('部件过多', 'it has too many parts');
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw notAWorkbook('压缩包目录损坏', 'the directory is broken');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    if (bytes.readUInt16LE(at + 8) & 1) throw notAWorkbook('文件有密码', 'it is protected by a password');
    const part = {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    widen(part, bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength));
    yield { name, ...part };
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
}

function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw notAWorkbook('不是压缩包', 'it is no zip archive');
}

/** Some writers give sizes in 64 bits whatever they are. */
function widen(part: Part, extra: Buffer): void {
  const WIDE = 0xffffffff;
  if (part.size !== WIDE && part.packed !== WIDE && part.offset !== WIDE) return;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (part[key] !== WIDE) continue;
      part[key] = Number(extra.readBigUInt64LE(field));
      field += 8;
    }
    return;
  }
}
