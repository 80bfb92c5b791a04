/** From YAML text to a checked-for-structure Sheet. Units, names and formulas are the checker's business. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isCollection, isScalar, parseDocument, visit } from 'yaml';
import { sheetFault, text } from '../fault';
import type { DatedValue, Fault, LookupTable, Output, Parameter, Sheet, ValueType } from '../model';
import { readExample } from './read-example';
import { readTables } from './read-tables';
import { formulaNode, Reader, type Tree } from './reader';

const MAX_BYTES = 1 << 20;
const TOP = [
  'id',
  'version',
  'title',
  'summary',
  'source',
  'valid',
  'regions',
  'parameters',
  'lookups',
  'tables',
  'outputs',
  'examples',
];
const ID = /^[a-z][a-z0-9-]{1,40}\/[a-z][a-z0-9-]{1,60}$/;
const DATED = ['value', 'from', 'to', 'region', 'source', 'confidence'];

export type Loaded = { sheet?: Sheet; faults: Fault[] };

/** Reads a sheet. A sheet with any structural fault is not returned. */
export function readSheet(yamlText: string): Loaded {
  if (Buffer.byteLength(yamlText) > MAX_BYTES) {
    return { faults: [sheetFault('SHEET_TOO_LARGE', 'sheet', text('文件超过 1 MB', 'the file is larger than 1 MB'))] };
  }
  const parsed = parseYaml(yamlText);
  if (parsed.fault) return { faults: [parsed.fault] };
  const reader = new Reader();
  const tree = reader.tree(parsed.tree, 'sheet', TOP, ['id', 'version', 'title', 'source', 'valid', 'tables']);
  const sheet = normalise(reader, tree);
  if (reader.faults.length) return { faults: reader.faults };
  return { sheet: { ...sheet, hash: hashOf(sheet) }, faults: [] };
}

export const readSheetFile = (path: string): Loaded => readSheet(readFileSync(path, 'utf8'));

/** Numbers stay the text that was written (7.50 is not 7.5 before we say so); aliases and tags are refused. */
function parseYaml(yamlText: string): { tree?: unknown; fault?: Fault } {
  const document = parseDocument(yamlText, { schema: 'core', uniqueKeys: true, merge: false });
  let refused: string | undefined = document.errors[0]?.message.split('\n')[0];
  let depth = 0;
  visit(document, {
    Alias: () => void (refused ??= 'aliases are not allowed'),
    Pair: (_key, pair) => {
      if (isCollection(pair.key)) refused ??= 'a key is plain text';
    },
    Node: (_key, node, path) => {
      depth = Math.max(depth, path.length);
      if (node.anchor) refused ??= 'anchors are not allowed';
      if (node.tag) refused ??= 'tags are not allowed';
      if (isScalar(node) && typeof node.value === 'number' && node.source !== undefined) node.value = node.source;
    },
  });
  if (depth > 60) refused ??= 'nested too deeply';
  if (refused)
    return {
      fault: sheetFault(
        'SHEET_YAML',
        'sheet',
        text(`不是可接受的 YAML：${refused}`, `not acceptable YAML: ${refused}`),
      ),
    };
  return { tree: document.toJS({ maxAliasCount: 0 }) };
}

function normalise(r: Reader, tree: Tree): Sheet {
  const id = r.string(tree.id, 'id');
  if (!ID.test(id)) r.fail('SHEET_ID', 'id', '标识形如 domain/name', 'an id reads domain/name');
  const version = r.string(tree.version, 'version');
  if (!/^\d+\.\d+\.\d+$/.test(version)) r.fail('SHEET_VERSION', 'version', '版本形如 1.0.0', 'a version reads 1.0.0');
  const source = r.tree(tree.source, 'source', ['title', 'clause', 'url', 'confidence'], ['title', 'confidence']);
  const valid = r.tree(tree.valid, 'valid', ['from', 'to'], ['from']);
  return {
    id,
    version,
    title: r.text(tree.title, 'title'),
    ...(tree.summary !== undefined && { summary: r.text(tree.summary, 'summary') }),
    source: {
      title: r.string(source.title, 'source.title'),
      clause: r.optional(source.clause, 'source.clause'),
      url: r.optional(source.url, 'source.url'),
      confidence: r.confidence(source.confidence, 'source.confidence'),
    },
    valid: { from: r.day(valid.from, 'valid.from') ?? '', to: r.day(valid.to, 'valid.to') },
    regions: r.names(tree.regions, 'regions'),
    parameters: r.entries(tree.parameters, 'parameters').map(([name, value]) => parameter(r, name, value)),
    lookups: r.entries(tree.lookups, 'lookups').map(([name, value]) => lookup(r, name, value)),
    tables: readTables(r, tree.tables),
    outputs: r.entries(tree.outputs, 'outputs').map(([name, value]) => output(r, name, value)),
    examples: r.list(tree.examples, 'examples').map((value, i) => readExample(r, value, `examples.${i}`)),
    hash: '',
  };
}

function dated(r: Reader, tree: Tree, type: ValueType, place: string): DatedValue {
  return {
    value: r.value(tree.value, type, `${place}.value`),
    from: r.day(tree.from, `${place}.from`),
    to: r.day(tree.to, `${place}.to`),
    region: r.optional(tree.region, `${place}.region`),
    source: r.string(tree.source, `${place}.source`),
    confidence: r.confidence(tree.confidence, `${place}.confidence`),
  };
}

function parameter(r: Reader, name: string, value: unknown): Parameter {
  const place = `parameters.${name}`;
  const tree = r.tree(
    value,
    place,
    ['title', 'help', 'clause', 'example', 'type', 'unit', 'decimals', 'choices', 'min', 'max', 'values'],
    ['title'],
  );
  const type = r.type(tree.type, `${place}.type`);
  const choices = tree.choices === undefined ? undefined : r.names(tree.choices, `${place}.choices`);
  return {
    name,
    title: r.text(tree.title, `${place}.title`),
    ...r.notes(tree, place),
    type,
    unit: r.string(tree.unit, `${place}.unit`, '1'),
    choices,
    min: r.amount(tree.min, `${place}.min`),
    max: r.amount(tree.max, `${place}.max`),
    values: r.list(tree.values, `${place}.values`).map((row, i) => {
      const at = `${place}.values.${i}`;
      const found = dated(r, r.tree(row, at, DATED, ['value', 'source', 'confidence']), type, at);
      if (choices && !choices.includes(found.value))
        r.fail('SHEET_CHOICE', at, `取值须为 ${choices.join('、')}`, `the value is one of ${choices.join(', ')}`);
      return found;
    }),
  };
}

function lookup(r: Reader, name: string, value: unknown): LookupTable {
  const place = `lookups.${name}`;
  const tree = r.tree(value, place, ['title', 'keys', 'type', 'unit', 'rows'], ['title', 'keys', 'rows']);
  const keys = r.names(tree.keys, `${place}.keys`);
  const type = r.type(tree.type, `${place}.type`);
  return {
    name,
    title: r.text(tree.title, `${place}.title`),
    keys,
    type,
    unit: r.string(tree.unit, `${place}.unit`, '1'),
    rows: r.list(tree.rows, `${place}.rows`).map((row, i) => {
      const at = `${place}.rows.${i}`;
      const cells = r.tree(row, at, ['keys', ...DATED], ['keys', 'value', 'source', 'confidence']);
      const own = r.names(cells.keys, `${at}.keys`);
      if (own.length !== keys.length)
        r.fail('SHEET_LOOKUP_KEYS', at, `应有 ${keys.length} 个键`, `${keys.length} keys are expected`);
      return { keys: own, ...dated(r, cells, type, at) };
    }),
  };
}

function output(r: Reader, name: string, value: unknown): Output {
  const place = `outputs.${name}`;
  const tree = r.tree(
    value,
    place,
    ['title', 'type', 'unit', 'decimals', 'exact', 'clause', 'formula'],
    ['title', 'formula'],
  );
  const decimals = r.digits(tree.decimals, `${place}.decimals`);
  const formula = r.string(tree.formula, `${place}.formula`);
  return {
    name,
    title: r.text(tree.title, `${place}.title`),
    type: r.type(tree.type, `${place}.type`),
    unit: r.string(tree.unit, `${place}.unit`, '1'),
    numberKind: decimals !== undefined ? 'decimal' : r.flag(tree.exact, `${place}.exact`, false) ? 'exact' : 'double',
    decimals,
    clause: r.optional(tree.clause, `${place}.clause`),
    formula,
    ast: formulaNode(r, formula, place),
  };
}

/**
 * SHA-256 of the sheet's content in canonical JSON: layout and comments of the file do not count, nor do parse trees,
 * which follow from the formulas.
 */
export function hashOf(sheet: Sheet): string {
  const plain = {
    ...sheet,
    hash: undefined,
    tables: sheet.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) =>
        column.kind === 'input'
          ? column
          : {
              ...column,
              ast: undefined,
              ...(column.operator && { operator: { ...column.operator, asts: undefined } }),
            },
      ),
      checks: table.checks.map((check) => ({ ...check, ast: undefined })),
    })),
    outputs: sheet.outputs.map((output) => ({ ...output, ast: undefined })),
  };
  return createHash('sha256').update(canonicalJson(plain)).digest('hex');
}

/** JSON with sorted keys. Nothing is left out by name: a column may be called anything. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) => {
    if (typeof v !== 'object' || v === null || Array.isArray(v)) return v;
    return Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });
}
