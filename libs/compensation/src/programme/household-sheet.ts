/** A programme pays households by a sheet whose table `household` says what each is due. */
import type { InputColumn, Sheet } from '@qingheng/sheet';
import { refuse } from '../compensation.messages';

/** What names a household or its banner; every other input of the table is a quantity of the roster. */
const NAMES = ['household_id', 'banner'];
export const DUE = 'amount';

export function requireHouseholdSheet(sheet: Sheet): void {
  const table = sheet.tables.find(({ name }) => name === 'household');
  const has = (name: string, kind: string) => table?.columns.some((c) => c.name === name && c.kind === kind);
  const due = table?.columns.find(({ name }) => name === DUE);
  const others = sheet.tables.filter((t) => t.name !== 'household' && !t.group);
  if (
    table?.key.join() !== 'household_id' ||
    !has('banner', 'input') ||
    !has(DUE, 'computed') ||
    due?.unit !== '元' ||
    !('decimals' in due && due.decimals === 2) ||
    others.length
  )
    throw refuse('METHOD_NOT_FOR_HOUSEHOLDS', { method: sheet.id });
}

export const quantitiesOf = (sheet: Sheet): InputColumn[] =>
  sheet.tables
    .find(({ name }) => name === 'household')!
    .columns.filter((c): c is InputColumn => c.kind === 'input' && !NAMES.includes(c.name));
