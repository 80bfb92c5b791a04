import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import type { usePages } from '../shared/use-pages';

interface Props<T> {
  name: string;
  label: string;
  query: ReturnType<typeof usePages<T>>;
  columns: LongColumn<T>[];
  search: ReactNode;
  add: { text: string; onClick(): void };
  error?: unknown;
  children?: ReactNode;
}

/** One of the three lists: what is there, what can be added, what went wrong. */
export function AdminList<T extends { id: string }>({ search, add, error, children, ...list }: Props<T>) {
  const { t } = useTranslation();
  return (
    <>
      <div className="filters" role="search">
        {search}
        <Button type="primary" icon={<PlusOutlined />} onClick={add.onClick} data-test="add">
          {add.text}
        </Button>
      </div>
      {error !== undefined && error !== null && <ProblemAlert error={error} />}
      <section className="panel flush">
        <LongList {...list} rowKey={({ id }) => id} empty={<Nothing title={t('admin:none')} />} />
      </section>
      {children}
    </>
  );
}
