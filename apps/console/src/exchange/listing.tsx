import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import type { usePages } from '../shared/use-pages';
import { WideTable } from '../shared/wide-table';

interface Props<T> {
  label: string;
  empty: { title: string; hint: string };
  query: ReturnType<typeof usePages<T>>;
  columns: TableColumnsType<T>;
  expanded?(row: T): React.ReactNode;
}

/** One list of the exchange. */
export function Listing<T extends { id: string }>({ label, empty, query, columns, expanded }: Props<T>) {
  const { t } = useTranslation();
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <section className="panel flush">
      <WideTable<T>
        label={label}
        rowKey="id"
        columns={columns}
        dataSource={query.items}
        loading={query.isPending}
        locale={{ emptyText: query.isPending ? ' ' : <Nothing title={empty.title} hint={empty.hint} /> }}
        {...(expanded && {
          expandable: {
            expandedRowRender: expanded,
            expandIcon: ({ expanded: open, onExpand, record }) => (
              <Button
                size="small"
                type="text"
                data-test="expand"
                icon={open ? <MinusOutlined /> : <PlusOutlined />}
                aria-expanded={open}
                aria-label={t(open ? 'exchange:less' : 'exchange:more')}
                onClick={(event) => onExpand(record, event)}
              />
            ),
          },
        })}
      />
      <LoadMore query={query} />
    </section>
  );
}
