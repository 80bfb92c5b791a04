/**
 * A reader of the XML that spreadsheets write, fed piece by piece. It knows no document types and no entities but the five of
 * XML, so nothing can be expanded and nothing outside the file be reached.
 */
import { notAWorkbook } from './zip';

export type Attributes = (name: string) => string | undefined;

export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** No tag or text of a spreadsheet is longer: a cell holds 32,767 characters. */
const MOST_PENDING = 1024 * 1024;

export async function readXml(pieces: AsyncIterable<string>, handler: XmlHandler): Promise<void> {
  const reader = new XmlReader(handler);
  for await (const piece of pieces) reader.push(piece);
  reader.end();
}

class XmlReader {
  private pending = '';
  private depth = 0;

  constructor(private readonly handler: XmlHandler) {}

  push(piece: string): void {
    const text = this.pending + piece;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) break;
      const close = endOfMarkup(text, open);
      if (close < 0) break;
      if (open > at) this.handler.text?.(decodeEntities(text.slice(at, open)));
      this.markup(text.slice(open, close));
      at = close;
    }
    this.pending = text.slice(at);
    if (this.pending.length > MOST_PENDING) throw broken();
  }

  end(): void {
    if (this.depth !== 0 || this.pending.trim()) throw broken();
  }

  private markup(tag: string): void {
    if (tag.startsWith('<![CDATA[')) this.handler.text?.(tag.slice(9, -3));
    else if (tag.startsWith('<!--') || tag.startsWith('<?')) return;
    else if (tag.startsWith('<!')) throw notAWorkbook('含有文档类型声明', 'it declares a document type');
    else if (tag[1] === '/') {
      this.depth--;
      this.handler.close?.(localName(tag.slice(2, -1).trim()));
    } else {
      const alone = tag.endsWith('/>');
      const inner = tag.slice(1, alone ? -2 : -1);
      const space = inner.search(/\s/);
      const name = localName(space < 0 ? inner : inner.slice(0, space));
      this.handler.open?.(name, (attribute) => (space < 0 ? undefined : attributeOf(inner, attribute)));
      if (alone) this.handler.close?.(name);
      else this.depth++;
    }
  }
}

/** Index behind the markup that begins at `open`; -1 when its end is not there yet. */
function endOfMarkup(text: string, open: number): number {
  const second = text[open + 1];
  if (second === undefined) return -1;
  if (second === '!') {
    // What follows "<!" decides how it ends; wait for as much as that takes.
    if (text.length < open + 9) return -1;
    if (text.startsWith('<!--', open)) return behind(text, '-->', open + 4);
    if (text.startsWith('<![CDATA[', open)) return behind(text, ']]>', open + 9);
  }
  if (second === '?') return behind(text, '?>', open + 2);
  let quote = 0;
  for (let i = open + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quote) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return i + 1;
  }
  return -1;
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

const patterns = new Map<string, RegExp>();

function attributeOf(tag: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (!pattern) patterns.set(name, (pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)));
  const found = pattern.exec(tag);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decodeEntities(value);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);?/gi, (whole, name: string) => {
    if (name[0] !== '#') {
      const known = whole.endsWith(';') ? ENTITIES[name] : undefined;
      if (known === undefined) throw broken();
      return known;
    }
    const code = name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (code > 0x10ffff) throw broken();
    return String.fromCodePoint(code);
  });
}

const broken = () => notAWorkbook('内部 XML 损坏', 'its XML is broken');
