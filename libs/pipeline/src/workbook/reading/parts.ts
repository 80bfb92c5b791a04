/** What a workbook says of itself: its worksheets, texts shared by cells, and which formats mean dates or per cent. */
import { posix } from 'node:path';
import { fileFault, say, UnreadableWorkbook } from '../cell-fault';
import { readXml } from './xml';
import { notAWorkbook, tooLarge, type ZipFile } from './zip';

export type Format = 'plain' | 'date' | 'percent';

export interface WorkbookParts {
  worksheets: { name: string; part: string; hidden: boolean }[];
  texts: string[];
  /** By style index of a cell. */
  formats: Format[];
  date1904: boolean;
}

/** Shared texts are held in memory, all other parts flow through. */
const MOST_TEXT = 100 * 1024 * 1024;
const MOST_WORKSHEETS = 200;

interface Relation {
  id: string;
  type: string;
  target: string;
}

export async function readParts(zip: ZipFile): Promise<WorkbookParts> {
  await refuseMacros(zip);
  const root = await relations(zip, '');
  const book = root.find((r) => r.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!zip.has(book) || !book.endsWith('.xml')) throw notAWorkbook('缺少工作簿部件', 'the workbook part is missing');
  const related = await relations(zip, book);
  const target = (type: string): string | undefined => {
    const found = related.find((r) => r.type === type)?.target;
    return found !== undefined && zip.has(found) ? found : undefined;
  };
  const worksheets: WorkbookParts['worksheets'] = [];
  let date1904 = false;
  await readXml(zip.read(book), {
    open: (name, attribute) => {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = related.find((r) => r.id === attribute('id'));
      if (relation?.type !== 'worksheet') return;
      const state = attribute('state') ?? 'visible';
      worksheets.push({ name: attribute('name') ?? '', part: relation.target, hidden: state !== 'visible' });
    },
  });
  if (!worksheets.length) throw notAWorkbook('没有工作表', 'it has no worksheet');
  const texts = target('sharedStrings');
  const styles = target('styles');
  if (worksheets.length > MOST_WORKSHEETS) throw tooLarge('工作表过多', 'it has too many worksheets');
  return {
    worksheets,
    date1904,
    texts: texts ? await readTexts(zip, texts) : [],
    formats: styles ? await readFormats(zip, styles) : [],
  };
}

async function refuseMacros(zip: ZipFile): Promise<void> {
  let macros = zip.names.some((name) => /vbaProject|\/macrosheets\//i.test(name));
  if (zip.has('[Content_Types].xml')) {
    await readXml(zip.read('[Content_Types].xml'), {
      open: (element, attribute) => {
        // Defaults for endings such as "bin" name what could be there, not what is.
        const used = element === 'Override' || attribute('Extension')?.toLowerCase() === 'xml';
        if (used) macros ||= /macroEnabled|vbaProject|macrosheet/i.test(attribute('ContentType') ?? '');
      },
    });
  }
  if (!macros) return;
  throw new UnreadableWorkbook(
    fileFault(
      'MACROS_NOT_ALLOWED',
      say('工作簿含有宏', 'the workbook contains macros'),
      say('另存为不含宏的 .xlsx 后再导入', 'save it as .xlsx without macros and import again'),
    ),
  );
}

/** Relations of a part; targets as names of parts. What lies outside the file is left out and never followed. */
async function relations(zip: ZipFile, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const name = part ? posix.join(folder, '_rels', `${posix.basename(part)}.rels`) : '_rels/.rels';
  const found: Relation[] = [];
  if (!zip.has(name)) return found;
  await readXml(zip.read(name), {
    open: (element, attribute) => {
      const target = attribute('Target');
      if (element !== 'Relationship' || !target || attribute('TargetMode') === 'External') return;
      found.push({
        id: attribute('Id') ?? '',
        type: (attribute('Type') ?? '').split('/').at(-1)!,
        target: target.startsWith('/') ? target.slice(1) : posix.join(part ? folder : '', target),
      });
    },
  });
  return found;
}

async function readTexts(zip: ZipFile, part: string): Promise<string[]> {
  if (zip.size(part) > MOST_TEXT) throw tooLarge('文本过多', 'it holds too much text');
  const texts: string[] = [];
  let current = '';
  let inText = false;
  let inReading = 0;
  await readXml(zip.read(part), {
    open: (name) => {
      if (name === 'si') current = '';
      // Readings above characters (pinyin, furigana) stand in the same element and are no part of the text.
      else if (name === 'rPh') inReading++;
      else if (name === 't') inText = inReading === 0;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading--;
      else if (name === 'si') texts.push(unescapeText(current));
    },
  });
  return texts;
}

/** `_x000D_` is how a spreadsheet writes a character that XML cannot hold. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

async function readFormats(zip: ZipFile, part: string): Promise<Format[]> {
  const own = new Map<number, string>();
  const formats: Format[] = [];
  let inCells = false;
  await readXml(zip.read(part), {
    open: (name, attribute) => {
      if (name === 'numFmt') own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attribute('numFmtId') ?? 0);
        formats.push(formatOf(id, own.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

function formatOf(id: number, code: string | undefined): Format {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent';
    // Built-in dates and times; 27–36 and 50–58 are the Chinese ones.
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
      ? 'date'
      : 'plain';
  }
  // Letters count only outside quotes, brackets ([Red], [$¥-804]), escapes and fillers.
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').split(';')[0]!;
  if (/[ymdhs]/i.test(bare.replace(/general/i, ''))) return 'date';
  return bare.includes('%') ? 'percent' : 'plain';
}
