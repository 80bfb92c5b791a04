/** Which column of the file is which of ours; kept by the service for the next file of this book. */
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem';
import { ProblemAlert } from '../shared/problem-alert';

const COLUMNS = {
  deals: ['deal_id', 'trade_date', 'account', 'product', 'side', 'quantity', 'price', 'amount'],
  registry: ['line_id', 'date', 'account', 'product', 'quantity', 'reference'],
  bank: ['line_id', 'value_date', 'account', 'amount', 'reference', 'memo'],
} as const;
/** A file need not have these. */
const OPTIONAL = ['memo', 'reference'];

interface Props {
  book: keyof typeof COLUMNS;
  /** Columns of the file. */
  there: string[];
  fileName: string;
  busy: boolean;
  error?: Problem;
  onMap(mapping: Record<string, string>): void;
  onCancel(): void;
}

export function MappingModal({ book, there, fileName, busy, error, onMap, onCancel }: Props) {
  const { t } = useTranslation();
  const titleOf = (column: string) => t(`reconciliation:column.${column}`);
  const [mapping, setMapping] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      COLUMNS[book].flatMap((column) => {
        const same = there.find((name) => name === column || name === titleOf(column));
        return same ? [[column, same]] : [];
      }),
    ),
  );
  const whole = COLUMNS[book].every((column) => mapping[column] || OPTIONAL.includes(column));
  return (
    <Modal
      open
      title={t('reconciliation:mapping.title', { file: fileName })}
      okText={t('reconciliation:mapping.take')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !whole, loading: busy, className: 'mapping-take' }}
      onOk={() => onMap(mapping)}
      onCancel={onCancel}
    >
      <p className="muted">{t('reconciliation:mapping.hint')}</p>
      {error && <ProblemAlert error={error} />}
      <div className="mapping" data-test="mapping">
        {COLUMNS[book].map((column) => (
          <label key={column}>
            <span>
              {titleOf(column)}{' '}
              {OPTIONAL.includes(column) && <span className="muted">{t('reconciliation:mapping.optional')}</span>}
            </span>
            <Select
              allowClear={OPTIONAL.includes(column)}
              showSearch
              aria-label={titleOf(column)}
              data-column={column}
              value={mapping[column]}
              placeholder={t('reconciliation:mapping.choose')}
              options={there.filter(Boolean).map((value) => ({ value, label: value }))}
              onChange={(value?: string) =>
                setMapping(({ [column]: _old, ...rest }) => (value ? { ...rest, [column]: value } : rest))
              }
            />
          </label>
        ))}
      </div>
    </Modal>
  );
}
