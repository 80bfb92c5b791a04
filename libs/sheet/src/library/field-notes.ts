/**
 * What whoever fills in a field is told. What the sheet says of the field itself comes first; a clause always with the document
 * that it stands in. Where the sheet is silent: what follows from the field's place (a key, a row above, a value that the method
 * has), the clause of the figure that it goes into, and the value of the first worked example that holds.
 */
import type { DatedValue, Example, FieldNotes, InputColumn, Parameter, Sheet, Table, Text } from '../model';

type Field = Parameter | InputColumn;
type Told = Required<Pick<FieldNotes, 'clause'>> & FieldNotes;

export function fieldNotes(sheet: Sheet, table: Table | undefined, field: Field): Told {
  const { title } = sheet.source;
  const clause = field.clause ?? clauseOfFigure(sheet, table, field.name);
  return {
    help: field.help ?? helpBy(sheet, table, field),
    clause: clause ? `${title}：${clause}` : title,
    example: field.example ?? exampleOf(sheet, table, field),
  };
}

function helpBy(sheet: Sheet, table: Table | undefined, field: Field): Text | undefined {
  if (!table) return 'values' in field && field.values.length ? valueOfMethod(field.values) : undefined;
  const above = table.parent?.on.includes(field.name) && sheet.tables.find(({ name }) => name === table.parent?.table);
  if (above) {
    return {
      zh: `这一行属于哪一条“${above.title.zh}”：与那张表里的编号一致`,
      en: `Which line of “${above.title.en}” this belongs to: as it is numbered there`,
    };
  }
  if (table.key.includes(field.name) && field.type === 'text' && !field.choices) {
    return {
      zh: '自编，能在自己的台账中找到即可；同一张表内不重复',
      en: 'Of your own making, as in your records; no two alike in this table',
    };
  }
  return undefined;
}

function valueOfMethod(values: DatedValue[]): Text {
  const [only] = values.length === 1 ? values : [];
  return {
    zh: `不填则用方法的取值${only ? ` ${only.value}` : '（按日期和地区）'}；有批准的另行取值时才填`,
    en: `Empty: the value of the method${only ? `, ${only.value}` : ' by date and region'}; fill in another that was approved`,
  };
}

/** The figure of the same table first. */
function clauseOfFigure(sheet: Sheet, table: Table | undefined, name: string): string | undefined {
  const word = new RegExp(
    `(^|[^\\p{L}\\p{N}_.])(${table ? `${table.name}\\.)?` : ')'}${name}($|[^\\p{L}\\p{N}_])`,
    'u',
  );
  const own = table ? table.columns : sheet.tables.flatMap(({ columns }) => columns);
  const users = [...own, ...sheet.outputs].filter(
    (one) => 'formula' in one && one.formula !== undefined && word.test(one.formula),
  );
  return users.map((one) => ('clause' in one ? one.clause : undefined)).find(Boolean);
}

function exampleOf(sheet: Sheet, table: Table | undefined, field: Field): string | undefined {
  const sound = sheet.examples.filter(({ expect }) => !expect.refused);
  return (
    sound.map((one) => valueIn(one, table, field.name)).find((value) => value !== undefined) ??
    keyAbove(sheet, table, field) ??
    ('values' in field ? field.values.at(-1)?.value : undefined) ??
    field.choices?.[0]
  );
}

/** What names a row above looks as its key does. */
function keyAbove(sheet: Sheet, table: Table | undefined, field: Field): string | undefined {
  const above = sheet.tables.find(({ name }) => name === table?.parent?.table);
  const at = table?.parent?.on.indexOf(field.name) ?? -1;
  const key = above?.columns.find(({ name }) => name === above.key[at]);
  return key?.kind === 'input' ? exampleOf(sheet, above, key) : undefined;
}

function valueIn({ input }: Example, table: Table | undefined, name: string): string | undefined {
  const rows = table ? (input.tables[table.name] ?? []) : [input.parameters ?? {}];
  const value = rows.map((row) => row[name]).find((cell) => cell !== undefined && cell !== null && cell !== '');
  return value === undefined || value === null ? undefined : String(value);
}
