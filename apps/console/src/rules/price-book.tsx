/** The price book: each price with its year, source and standing. */
import { Input, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookPrice, Confidence } from '../api/types';
import { ConfidenceTag } from '../shared/confidence-tag';
import { useText } from '../shared/use-text';
import { WideTable } from '../shared/wide-table';

export function PriceBook({ prices }: { prices: readonly BookPrice[] }) {
  const { t } = useTranslation();
  const text = useText();
  const [word, setWord] = useState('');
  const fits = ({ key, name }: BookPrice) =>
    [key, name.zh, name.en].some((one) => one.toLowerCase().includes(word.trim().toLowerCase()));
  const columns: TableColumnsType<BookPrice> = [
    {
      title: t('rules:price'),
      render: (_, { key, name }) => (
        <div className="stack">
          <span>{text(name)}</span>
          <code className="sub">{key}</code>
        </div>
      ),
    },
    { title: t('rules:year'), className: 'num', dataIndex: 'year' },
    { title: t('rules:value'), align: 'end', className: 'num', dataIndex: 'value' },
    { title: t('rules:unit'), dataIndex: 'unit' },
    {
      title: t('rules:source'),
      render: (_, { source, confidence, note }) => (
        <div className="rule-source">
          <span>
            {source} <ConfidenceTag confidence={confidence as Confidence} />
          </span>
          {note && <span className="muted">{note}</span>}
        </div>
      ),
    },
  ];
  return (
    <section className="panel" data-test="price-book">
      <div className="panel-head">
        <p className="muted">{t('rules:priceNote')}</p>
        <Input
          allowClear
          value={word}
          onChange={({ target }) => setWord(target.value)}
          placeholder={t('rules:search')}
          aria-label={t('rules:search')}
          style={{ maxWidth: 240 }}
        />
      </div>
      <WideTable
        label={t('rules:prices')}
        rowKey={({ key, year }) => `${key} ${year}`}
        columns={columns}
        dataSource={prices.filter(fits)}
      />
    </section>
  );
}
