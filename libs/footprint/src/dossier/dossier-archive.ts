/** The dossier for machines: JSON, the method sheet, tables as CSV and the page itself, with a signed manifest. */
import { type KeyStore, signedArchive, type ZipPart } from '@qingheng/platform';
import type { Row, Sheet } from '@qingheng/sheet';
import type { Dossier } from './dossier.types';

export function dossierArchive(
  keys: Pick<KeyStore, 'sign'>,
  dossier: Dossier,
  pages: Record<string, string>,
): Promise<Buffer> {
  const { label, jws, sheet, sheetYaml, input, result, explanation, run, ...rest } = dossier;
  const {
    publicUrl,
    filing,
    organisation,
    kind,
    surveillance,
    factors,
    parameters,
    references,
    reviews,
    claims,
    audit,
  } = rest;
  const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
  const { certificate } = dossier;
  const parts: ZipPart[] = [
    ...Object.entries(pages).map(([name, page]) => ({ name, bytes: Buffer.from(page) })),
    { name: 'label.json', bytes: json({ label, jws, status: label.status }) },
    {
      name: 'dossier.json',
      bytes: json({
        ...{ organisation, filing, run, surveillance, publicUrl },
        kind: { code: kind.code, zh: kind.zh, en: kind.en, statement: kind.statement, confidence: kind.confidence },
        certificate: certificate.fields.map(({ key, zh, en, value }) => ({ key, zh, en, value })),
        method: { id: sheet.id, version: sheet.version, title: sheet.title, source: sheet.source, hash: sheet.hash },
      }),
    },
    ...(sheetYaml === undefined ? [] : [{ name: 'method/sheet.yaml', bytes: Buffer.from(sheetYaml) }]),
    { name: 'method/sheet.json', bytes: json(sheet) },
    { name: 'method/parameters.json', bytes: json(parameters) },
    { name: 'data/input.json', bytes: json({ parameters: dossier.parametersGiven, tables: input }) },
    { name: 'data/result.json', bytes: json(result) },
    { name: 'data/factors.json', bytes: json(factors) },
    { name: 'explanation.json', bytes: json(explanation) },
    { name: 'readiness.json', bytes: json(dossier.readiness) },
    { name: 'review.json', bytes: json(reviews) },
    { name: 'double-use.json', bytes: json(claims.map(({ id: _, ...claim }) => claim)) },
    { name: 'audit.json', bytes: json({ entries: audit, references }) },
    ...tables(sheet, 'inventory', input),
    ...tables(sheet, 'result', result.tables),
  ];
  return signedArchive(keys, parts, { kind: 'label-dossier', subject: label.number });
}

/** Columns in the order of the sheet. */
const tables = (sheet: Sheet, folder: string, of: Record<string, Row[]>): ZipPart[] =>
  Object.entries(of)
    .filter(([, rows]) => rows.length)
    .map(([name, rows]) => ({
      name: `${folder}/${name}.csv`,
      bytes: Buffer.from(`\uFEFF${csv(rows, namesOf(sheet, name))}`),
    }));

const namesOf = (sheet: Sheet, table: string): string[] =>
  sheet.tables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];

/** RFC 4180; a cell that a spreadsheet would run as a formula is led by an apostrophe. */
export function csv(rows: Row[], order: string[] = []): string {
  const there = new Set(rows.flatMap((row) => Object.keys(row)));
  const names = [...new Set([...order.filter((name) => there.has(name)), ...there])];
  const cell = (value: Row[string]): string => {
    const plain = String(value ?? '');
    const text = /^[=+@\t\r]|^-(?![\d.])/.test(plain) ? `'${plain}` : plain;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return (
    [names, ...rows.map((row) => names.map((name) => row[name]))].map((line) => line.map(cell).join(',')).join('\r\n') +
    '\r\n'
  );
}
