import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell, Column } from '../../api/types';
import { isDecimal, normaliseNumber } from '../../numbers/decimal';
import { useChoice } from '../../shared/use-text';

interface Props {
  column: Column;
  row: number;
  index: number;
  value: Cell;
  faulty: boolean;
  label: string;
  message?: string;
  messageId: string;
  readOnly: boolean;
  onChange(row: number, column: Column, value: Cell): void;
}

/** One cell: a plain control, so that input methods, autofill and screen readers work as everywhere. */
export const GridCell = memo(function GridCell(props: Props) {
  const { column, row, index, value, faulty, label, message, messageId, readOnly, onChange } = props;
  const { t } = useTranslation();
  const choice = useChoice();
  // While an input method composes, the text is not yet what the person means.
  const [composing, setComposing] = useState<string>();
  const common = {
    'aria-label': label,
    'aria-invalid': faulty || undefined,
    'aria-describedby': faulty ? messageId : undefined,
    title: message,
    'data-row': row,
    'data-column': index,
    className: column.type === 'number' ? 'grid-control num right' : 'grid-control',
  };
  if (column.type === 'boolean' || column.choices) {
    const text = value === undefined || value === null ? '' : String(value);
    const options = column.choices ?? ['true', 'false'];
    const name = (word: string) => (column.choices ? choice(word) : t(word === 'true' ? 'common:yes' : 'common:no'));
    return (
      <select
        {...common}
        disabled={readOnly}
        value={text}
        onChange={({ target }) =>
          onChange(
            row,
            column,
            target.value === '' ? undefined : column.choices ? target.value : target.value === 'true',
          )
        }
      >
        <option value="" />
        {text !== '' && !options.includes(text) && <option value={text}>{text}</option>}
        {options.map((word) => (
          <option key={word} value={word}>
            {name(word)}
          </option>
        ))}
      </select>
    );
  }
  const take = (typed: string) => onChange(row, column, typed === '' ? undefined : typed);
  return (
    <input
      {...common}
      readOnly={readOnly}
      inputMode={column.type === 'number' ? 'decimal' : undefined}
      placeholder={column.type === 'date' ? t('filings:grid.dateForm') : undefined}
      autoComplete="off"
      spellCheck={false}
      value={composing ?? (value === undefined || value === null ? '' : String(value))}
      onCompositionStart={({ currentTarget }) => setComposing(currentTarget.value)}
      onCompositionEnd={({ currentTarget }) => {
        setComposing(undefined);
        take(currentTarget.value);
      }}
      onChange={({ target }) => (composing === undefined ? take(target.value) : setComposing(target.value))}
      onBlur={() => {
        if (typeof value !== 'string') return;
        const tidy = column.type === 'number' ? normaliseNumber(value) : value.trim();
        if (tidy !== value && (column.type !== 'number' || isDecimal(tidy))) take(tidy);
      }}
    />
  );
});
