/** Parameters chosen or given by the filing: one in each row, its value in the column headed 填写值. */
import type { Cell, Parameter, Sheet } from '@qingheng/sheet';
import { cellFault, say, shown, trouble, type FaultList } from '../cell-fault';
import { address, idOf, PARAMETER_TABLE, PARAMETER_VALUE } from '../layout';
import type { Places } from '../places';
import { readCellValue } from './cell-value';
import { textOf } from './headings';
import type { RawRow } from './worksheet';

export class ParameterRows {
  readonly values: Record<string, Cell> = {};
  readonly places: NonNullable<Places['parameters']>;
  /** The template has it in B; it may have been moved. */
  private valueAt = 2;
  private headed = false;

  constructor(
    private readonly sheet: Sheet,
    private readonly worksheet: string,
    private readonly date1904: boolean,
    private readonly faults: FaultList,
  ) {
    this.places = { worksheet, cells: {} };
  }

  add(raw: RawRow): boolean {
    // The template heads the column twice, in Chinese and below in English.
    const heading = [...raw.cells].find(([, cell]) => [PARAMETER_VALUE.zh, PARAMETER_VALUE.en].includes(textOf(cell)));
    if (heading) {
      this.valueAt = heading[0];
      this.headed = true;
      return false;
    }
    const cell = raw.cells.get(this.valueAt);
    const parameter = this.parameterOf(raw);
    const place = address(this.valueAt, raw.number);
    const spot = { worksheet: this.worksheet, cell: place, table: PARAMETER_TABLE };
    if (!parameter) {
      // Before the headings there may be a title; below them a value without a parameter is a slip.
      if (cell && this.headed) this.faults.add(cellFault(spot, this.unknown(raw)));
      return false;
    }
    if (Object.hasOwn(this.places.cells, parameter.name)) {
      this.faults.add(
        cellFault(
          { ...spot, column: parameter.name, title: parameter.title },
          trouble(
            'DUPLICATE_PARAMETER',
            say(
              `参数重复（另见 ${this.places.cells[parameter.name]}）`,
              `given twice (see ${this.places.cells[parameter.name]})`,
            ),
            say('只保留一行', 'keep one of the rows'),
          ),
        ),
      );
      return true;
    }
    this.places.cells[parameter.name] = place;
    if (!cell) return false;
    const read = readCellValue(cell, parameter, this.date1904);
    if ('value' in read) this.values[parameter.name] = read.value;
    else this.faults.add(cellFault({ ...spot, column: parameter.name, title: parameter.title }, read.trouble));
    return true;
  }

  private parameterOf(raw: RawRow): Parameter | undefined {
    const texts = [...raw.cells].filter(([at]) => at !== this.valueAt).map(([, cell]) => textOf(cell));
    const { parameters } = this.sheet;
    const byId = parameters.find((p) => texts.includes(idOf(PARAMETER_TABLE, p.name)));
    if (byId) return byId;
    const byTitle = parameters.filter((p) => texts.includes(p.title.zh) || texts.includes(p.title.en));
    return byTitle.length === 1 ? byTitle[0] : undefined;
  }

  private unknown(raw: RawRow) {
    const name = shown([...raw.cells].filter(([at]) => at !== this.valueAt).map(([, cell]) => textOf(cell))[0] ?? '');
    const { parameters } = this.sheet;
    return trouble(
      'UNKNOWN_PARAMETER',
      say(`没有参数“${name}”`, `there is no parameter "${name}"`),
      say(
        `可填的参数：${parameters.map((p) => p.title.zh).join('、') || '无'}`,
        `known parameters: ${parameters.map((p) => p.title.en).join(', ') || 'none'}`,
      ),
    );
  }
}
