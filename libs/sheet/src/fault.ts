/** Faults carry a code, a place, and what to say in both languages. */
import type { Fault, Text } from './model';

export class SheetFaults extends Error {
  constructor(readonly faults: Fault[]) {
    super(
      faults
        .map((f) => `${[f.table, f.row, f.column].filter(Boolean).join('/')} ${f.code}: ${f.message.en}`)
        .join('\n'),
    );
  }
}

export const text = (zh: string, en: string): Text => ({ zh, en });

export function fault(
  code: string,
  place: Pick<Fault, 'table' | 'row' | 'column'>,
  message: Text,
  remedy?: Text,
): Fault {
  return { ...place, code, message, ...(remedy && { remedy }) };
}

/** A fault of the sheet itself; `place` is the path in the file, e.g. tables.household.columns.amount. */
export function sheetFault(code: string, place: string, message: Text, remedy?: Text): Fault {
  return {
    code,
    message: text(`${place}：${message.zh}`, `${place}: ${message.en}`),
    ...(remedy && { remedy }),
    params: { place },
  };
}
