import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell, Column, MethodTable, Row } from '../api/types';
import { groupDecimal, readable } from '../numbers/decimal';
import { inUnits } from '../numbers/in-units';
import { useUnits } from '../numbers/preferences';
import { shownUnit, unitColumn } from '../numbers/unit';
import { type LongColumn, LongTable } from '../shared/long-table/long-table';
import { useChoice, useText } from '../shared/use-text';

interface Props {
  table: MethodTable;
  rows: Row[];
  onExplain(cell: string, title: string): void;
}

const nothing = (value: Cell | undefined): value is undefined | null | '' =>
  value === undefined || value === null || value === '';

/** Keys first; then what was computed, then what was filed. */
function ordered(table: MethodTable): Column[] {
  const rank = (column: Column) => (table.key.includes(column.name) ? 0 : column.kind === 'computed' ? 1 : 2);
  const columns = [...table.columns].sort((a, b) => rank(a) - rank(b));
  const missing = table.key.filter((name) => !columns.some((column) => column.name === name));
  return [
    ...missing.map((name): Column => ({ kind: 'input', name, title: table.title, type: 'text', unit: '1' })),
    ...columns,
  ];
}

export function ResultTable({ table, rows, onExplain }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const choice = useChoice();
  const units = useUnits();
  const columns = useMemo(() => {
    const shown = (column: Column, value: Cell): string => {
      if (nothing(value)) return '—';
      if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no');
      if (column.type !== 'number') return choice(String(value));
      const wanted = inUnits(String(value), column.unit, units);
      if (column.decimals !== undefined && wanted.unit === column.unit) return groupDecimal(wanted.value);
      return readable(wanted.value, column.decimals === undefined ? undefined : 12);
    };
    return ordered(table).map((column): LongColumn<Row> => {
      const numeric = column.type === 'number';
      const inRow = unitColumn(column.unit);
      // Put together once per column: looking texts up for each cell takes longer than drawing it.
      const label = t('results:explainCell', { column: text(column.title), row: '<row>', value: '<value>' });
      const words = (row: Row): string => {
        const value = row[column.name];
        return nothing(value) ? '—' : shown(column, value) + (inRow ? ` ${shownUnit(column.unit, row)}` : '');
      };
      return {
        key: column.name,
        title: text(column.title),
        unit: (numeric && !inRow && shownUnit(inUnits('0', column.unit, units).unit)) || undefined,
        numeric,
        // Whole figures in the unit of the heading, not what is rounded for reading.
        text: (row) => {
          const value = row[column.name];
          return nothing(value) ? '' : numeric ? inUnits(String(value), column.unit, units).value : String(value);
        },
        words,
        cell: (row) => {
          const value = row[column.name];
          if (column.kind === 'input' || nothing(value)) return words(row);
          const key = table.key.map((name) => row[name]).join('/');
          // A plain button: a table of 100,000 rows makes thousands of them while it is scrolled.
          return (
            <button
              type="button"
              className="cell-button num"
              title={String(value)}
              data-test="explain"
              aria-label={label.replace('<row>', key).replace('<value>', words(row))}
              onClick={() => onExplain(`${table.name}/${key}/${column.name}`, `${text(column.title)} · ${key}`)}
            >
              {words(row)}
            </button>
          );
        },
      };
    });
  }, [table, text, choice, t, units, onExplain]);
  return (
    <LongTable
      name={`result.${table.name}`}
      label={text(table.title)}
      columns={columns}
      rows={rows}
      rowKey={(row) => table.key.map((name) => row[name]).join('/')}
    />
  );
}
