import { AutoComplete, Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { pick } from '../../api/problem';
import type { Cell, Column, Fault } from '../../api/types';
import { isDecimal, normaliseNumber } from '../../numbers/decimal';
import { shownUnit } from '../../numbers/unit';
import { useChoice, useText } from '../../shared/use-text';

interface Props {
  column: Column;
  row: Record<string, Cell>;
  faults: Fault[];
  /** Keys of the parent rows, for a field that names one. */
  parents?: string[];
  onChange(value: Cell): void;
}

/** One field with what there is to know about it: how to fill it in, by which clause, within which limits, an example. */
export function WizardField({ column, row, faults, parents, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const choice = useChoice();
  const id = useId();
  const value = row[column.name];
  const shown = value === undefined || value === null ? undefined : String(value);
  const wrong = faults.length > 0;
  const unit = shownUnit(column.unit, row);
  const common = {
    id,
    status: wrong ? ('error' as const) : undefined,
    'aria-invalid': wrong || undefined,
    'aria-describedby': `${id}-about`,
    'data-field': column.name,
  };
  const take = (typed: string | undefined) => onChange(typed === '' ? undefined : typed);
  const options = column.choices ?? (column.type === 'boolean' ? ['true', 'false'] : undefined);
  const nameOf = (word: string) => (column.choices ? choice(word) : t(word === 'true' ? 'common:yes' : 'common:no'));
  const limits = (['min', 'above', 'max', 'below'] as const).flatMap((name) =>
    column[name] === undefined ? [] : [t(`filings:check.${name}`, { limit: column[name] })],
  );
  const example = column.example && (column.choices ? choice(column.example) : column.example);
  return (
    <div className="wizard-field">
      <div className="wizard-control">
        <label htmlFor={id}>
          {text(column.title)}
          {column.required ? (
            <span className="grid-required" title={t('filings:grid.required')}>
              *
            </span>
          ) : (
            <span className="muted"> {t('filings:wizard.optional')}</span>
          )}
        </label>
        {options ? (
          <Select
            {...common}
            allowClear
            showSearch={options.length > 8 ? { optionFilterProp: 'label' } : undefined}
            value={shown}
            placeholder={t('filings:parameter.choose')}
            options={options.map((word) => ({ value: word, label: nameOf(word) }))}
            onChange={(next?: string) =>
              onChange(next === undefined ? undefined : column.choices ? next : next === 'true')
            }
          />
        ) : parents?.length ? (
          <AutoComplete
            {...common}
            value={shown}
            options={parents.map((key) => ({ value: key }))}
            onChange={(next: string) => take(next)}
          />
        ) : (
          <Input
            {...common}
            value={shown}
            className={column.type === 'number' ? 'num' : undefined}
            inputMode={column.type === 'number' ? 'decimal' : undefined}
            placeholder={column.type === 'date' ? t('filings:grid.dateForm') : undefined}
            suffix={unit || undefined}
            autoComplete="off"
            onChange={({ target }) => take(target.value)}
            onBlur={() => {
              if (shown === undefined) return;
              const tidy = column.type === 'number' ? normaliseNumber(shown) : shown.trim();
              if (tidy !== shown && (column.type !== 'number' || isDecimal(tidy))) take(tidy);
            }}
          />
        )}
        {wrong && (
          <span className="parameter-fault" role="alert">
            {faults
              .map((fault) =>
                [pick(fault.message, i18n.language), pick(fault.remedy, i18n.language)].filter(Boolean).join(' → '),
              )
              .join('; ')}
          </span>
        )}
      </div>
      <dl id={`${id}-about`} className="wizard-notes">
        {column.help && <dd>{text(column.help)}</dd>}
        {limits.length > 0 && <dd className="muted">{limits.join(' · ')}</dd>}
        {column.clause && (
          <div>
            <dt>{t('filings:wizard.clause')}</dt>
            <dd>{column.clause}</dd>
          </div>
        )}
        {example && (
          <div>
            <dt>{t('filings:wizard.example')}</dt>
            <dd className="num">
              {example} {column.type === 'number' && !column.unit.includes('[') ? shownUnit(column.unit) : ''}
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}
