import { PlusOutlined } from '@ant-design/icons';
import { Button, Table, type TableColumnsType } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import type { usePages } from '../shared/use-pages';

interface Props<T> {
  query: ReturnType<typeof usePages<T>>;
  columns: TableColumnsType<T>;
  add: { text: string; onClick(): void };
  error?: unknown;
  children?: ReactNode;
}

/** One of the three lists: what is there, what can be added, what went wrong. */
export function AdminList<T extends { id: string }>({ query, columns, add, error, children }: Props<T>) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // A table that scrolls sideways on a phone must be reachable by keyboard.
    panel.current?.querySelector('.ant-table-content')?.setAttribute('tabindex', '0');
  });
  return (
    <>
      <div>
        <Button type="primary" icon={<PlusOutlined />} onClick={add.onClick} data-test="add">
          {add.text}
        </Button>
      </div>
      {error !== undefined && error !== null && <ProblemAlert error={error} />}
      {query.error ? (
        <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <section className="panel flush" ref={panel}>
          <Table
            rowKey="id"
            columns={columns}
            dataSource={query.items}
            loading={query.isPending}
            pagination={false}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: query.isPending ? ' ' : <Nothing title={t('admin:none')} /> }}
          />
          <LoadMore query={query} />
        </section>
      )}
      {children}
    </>
  );
}
