import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { WideTable } from '../shared/wide-table';
import { type Cells, type FieldName, FIELDS, sameCell } from './fields';

interface Line {
  name: FieldName;
  before: string;
  after: string;
}

/** What differs between two versions, field by field. */
export function Differences({ before, after, titles }: { before: Cells; after: Cells; titles: [string, string] }) {
  const { t } = useTranslation();
  const lines: Line[] = FIELDS.filter((name) => !sameCell(before[name], after[name])).map((name) => ({
    ...{ name, before: before[name] ?? '', after: after[name] ?? '' },
  }));
  const columns: TableColumnsType<Line> = [
    { title: t('factors:field.title'), render: (_, { name }) => t(`factors:field.${name}`) },
    { title: titles[0], render: (_, line) => <span className="muted">{line.before || '—'}</span> },
    { title: titles[1], render: (_, line) => <strong>{line.after || '—'}</strong> },
  ];
  if (!lines.length) return <p className="muted">{t('factors:noDifference')}</p>;
  return <WideTable label={t('factors:compare')} rowKey="name" columns={columns} dataSource={lines} />;
}
