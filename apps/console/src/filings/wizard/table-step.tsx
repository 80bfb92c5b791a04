import { DeleteOutlined, LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault, MethodTable, Row, RunInput } from '../../api/types';
import { useText } from '../../shared/use-text';
import { placeKey, rowName } from '../inventory/fault-places';
import { inputsOf, newRow } from './steps';
import { WizardField } from './wizard-field';

interface Props {
  table: MethodTable;
  tables: RunInput['tables'];
  faults: Map<string, Fault[]>;
  onChange(rows: Row[], tag?: string): void;
}

/** A table row by row: one row at a time, each field explained. */
export function TableStep({ table, tables, faults, onChange }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const rows = tables[table.name] ?? [];
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, rows.length - 1);
  const row = rows[at];
  const parents = (name: string) => {
    const position = table.parent?.on.indexOf(name) ?? -1;
    if (position < 0) return undefined;
    const keys = (tables[table.parent!.table] ?? []).map((one) => one[name]);
    return [...new Set(keys.flatMap((key) => (key === undefined || key === null ? [] : [String(key)])))];
  };
  const add = () => {
    onChange([...rows, newRow(table, tables)]);
    setChosen(rows.length);
  };
  const remove = () => {
    onChange(rows.filter((_one, i) => i !== at));
    setChosen(Math.max(0, at - 1));
  };
  const label = (one: Row, i: number) => {
    const name = rowName(table, one, i);
    return name.startsWith('#') ? t('filings:wizard.rowNumber', { row: i + 1 }) : `${i + 1} · ${name}`;
  };
  return (
    <>
      {rows.length > 0 && (
        <div className="wizard-rows">
          <Button
            icon={<LeftOutlined />}
            aria-label={t('filings:wizard.rowBefore')}
            disabled={at <= 0}
            onClick={() => setChosen(at - 1)}
          />
          <Select
            aria-label={t('filings:wizard.row')}
            value={at}
            style={{ minWidth: 0, flex: '1 1 90px', maxWidth: 320 }}
            options={rows.map((one, i) => ({ value: i, label: label(one, i) }))}
            onChange={setChosen}
          />
          <Button
            icon={<RightOutlined />}
            aria-label={t('filings:wizard.rowAfter')}
            disabled={at >= rows.length - 1}
            onClick={() => setChosen(at + 1)}
          />
          <Button
            icon={<DeleteOutlined />}
            onClick={remove}
            aria-label={t('filings:grid.removeRow', { row: at + 1 })}
          />
        </div>
      )}
      {row ? (
        <div className="wizard-fields" data-test={`wizard-${table.name}`}>
          {inputsOf(table).map((column) => (
            <WizardField
              key={`${at}/${column.name}`}
              column={column}
              row={row}
              faults={faults.get(placeKey(table.name, at, column.name)) ?? []}
              parents={parents(column.name)}
              onChange={(value) =>
                onChange(
                  rows.map((one, i) => (i === at ? { ...one, [column.name]: value } : one)),
                  `${at}/${column.name}`,
                )
              }
            />
          ))}
        </div>
      ) : (
        <p className="muted">
          {t(table.optional ? 'filings:wizard.noneNeeded' : 'filings:wizard.needed', { table: text(table.title) })}
        </p>
      )}
      <div>
        <Button icon={<PlusOutlined />} onClick={add} data-test={`wizard-add-${table.name}`}>
          {t('filings:grid.add')}
        </Button>
      </div>
    </>
  );
}
