import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Cell, Column, MethodTable, Row } from '../api/types';
import { groupDecimal, readable } from '../numbers/decimal';
import { shownUnit, unitColumn } from '../numbers/unit';
import { TableTools, useHidden } from '../shared/table/table-tools';
import '../shared/table/table.css';
import { useChoice, useText } from '../shared/use-text';

interface Props {
  table: MethodTable;
  rows: Row[];
  onExplain(cell: string, title: string): void;
}

export function ResultTable({ table, rows, onExplain }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const choice = useChoice();
  const [hidden, setHidden] = useHidden(`result.${table.name}`);
  const shown = (column: Column, value: Cell): string => {
    if (value === undefined || value === null || value === '') return '—';
    if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no');
    if (column.type !== 'number') return choice(String(value));
    return column.decimals === undefined ? readable(String(value)) : groupDecimal(String(value));
  };
  // Keys first; then what was computed, then what was filed.
  const rank = (column: Column) => (table.key.includes(column.name) ? 0 : column.kind === 'computed' ? 1 : 2);
  const ordered = [...table.columns].sort((a, b) => rank(a) - rank(b));
  const missing = table.key.filter((name) => !ordered.some((column) => column.name === name));
  const keys: Column[] = missing.map((name) => ({ kind: 'input', name, title: table.title, type: 'text', unit: '1' }));
  const all = [...keys, ...ordered];
  const columns: TableColumnsType<Row> = all
    .filter(({ name }) => !hidden.has(name))
    .map((column) => {
      const unit = column.type === 'number' && !unitColumn(column.unit) ? shownUnit(column.unit) : '';
      return {
        key: column.name,
        title: (
          <span className="result-heading">
            {text(column.title)}
            {unit && <span className="sub">{unit}</span>}
          </span>
        ),
        align: column.type === 'number' ? ('end' as const) : undefined,
        className: column.type === 'number' ? 'num' : undefined,
        render: (_, row) => {
          const value = row[column.name];
          const words = shown(column, value);
          const rowUnit = unitColumn(column.unit) ? ` ${shownUnit(column.unit, row)}` : '';
          if (column.kind === 'input' || value === undefined || value === null)
            return `${words}${words === '—' ? '' : rowUnit}`;
          const key = table.key.map((name) => row[name]).join('/');
          return (
            <Button
              type="link"
              size="small"
              className="result-cell num"
              title={String(value)}
              data-test="explain"
              aria-label={t('results:explainCell', { column: text(column.title), row: key, value: words + rowUnit })}
              onClick={() => onExplain(`${table.name}/${key}/${column.name}`, `${text(column.title)} · ${key}`)}
            >
              {words}
              {rowUnit}
            </Button>
          );
        },
      };
    });
  const many = rows.length > 100;
  /** Whole figures, not what is rounded for reading. */
  const written = () => {
    const out = all.filter(({ name }) => !hidden.has(name));
    const heading = out.map(({ title, unit, type }) =>
      type === 'number' && unit !== '1' ? `${text(title)} (${unit})` : text(title),
    );
    return [heading, ...rows.map((row) => out.map(({ name }) => String(row[name] ?? '')))];
  };
  return (
    <div className="table-box">
      <TableTools
        name={text(table.title)}
        columns={all.map(({ name, title }) => ({ key: name, title: text(title) }))}
        hidden={hidden}
        onHide={setHidden}
        rows={written}
      />
      <Table
        size="small"
        rowKey={(row) => table.key.map((name) => row[name]).join('/')}
        columns={many ? columns.map((column) => ({ width: 150, ...column })) : columns}
        dataSource={rows}
        pagination={false}
        virtual={many}
        scroll={many ? { x: columns.length * 150, y: 480 } : { x: 'max-content' }}
      />
    </div>
  );
}
