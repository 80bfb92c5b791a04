/** Faults of a workbook: like any fault, and with the worksheet and cell where people find it. */
import type { Fault, Text } from '@qingheng/sheet';

export interface CellFault extends Fault {
  worksheet: string;
  /** Address as the spreadsheet shows it, e.g. B7; absent for a whole worksheet. */
  cell?: string;
}

/** What is wrong with one cell, before it is known where the cell stands. */
export interface Trouble {
  code: string;
  message: Text;
  remedy?: Text;
}

export interface Spot {
  worksheet: string;
  cell?: string;
  table?: string;
  row?: string;
  column?: string;
  /** Title of the column, shown beside the address. */
  title?: Text;
}

export const say = (zh: string, en: string): Text => ({ zh, en });

export const trouble = (code: string, message: Text, remedy?: Text): Trouble => ({
  code,
  message,
  ...(remedy && { remedy }),
});

/** The message names the place, so that it is complete wherever it is shown alone. */
export function cellFault(spot: Spot, { code, message, remedy }: Trouble): CellFault {
  const { worksheet, cell, table, row, column, title } = spot;
  const zhPlace = `工作表“${worksheet}”${cell ? ` ${cell}` : ''}${title ? `（${title.zh}）` : ''}`;
  const enPlace = `worksheet "${worksheet}"${cell ? ` ${cell}` : ''}${title ? ` (${title.en})` : ''}`;
  return {
    ...(table !== undefined && { table }),
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    code,
    message: say(`${zhPlace}：${message.zh}`, `${enPlace}: ${message.en}`),
    ...(remedy && { remedy }),
    worksheet,
    ...(cell !== undefined && { cell }),
  };
}

/** A fault of the whole file. */
export const fileFault = (code: string, message: Text, remedy?: Text): CellFault => ({
  ...trouble(code, message, remedy),
  worksheet: '',
});

/** Ends the reading: nothing of the file is used. */
export class UnreadableWorkbook extends Error {
  constructor(readonly fault: CellFault) {
    super(fault.message.en);
  }
}

export const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Enough to mend a file by; a hostile or hopeless one does not fill the answer. */
const MOST_FAULTS = 500;

export class FaultList {
  readonly faults: CellFault[] = [];
  private cut = false;

  add(fault: CellFault): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault);
    else if (!this.cut) {
      this.cut = true;
      this.faults.push(
        fileFault(
          'TOO_MANY_FAULTS',
          say(`问题超过 ${MOST_FAULTS} 处，其余未列出`, `more than ${MOST_FAULTS} faults; the others are not listed`),
          say('先改正已列出的，再次导入', 'correct the listed ones and import again'),
        ),
      );
    }
  }
}
