/** One list of the exchange; what stands behind a line opens beside it. */
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import type { usePages } from '../shared/use-pages';

interface Props<T> {
  name: string;
  label: string;
  empty: { title: string; hint?: string };
  query: ReturnType<typeof usePages<T>>;
  columns: LongColumn<T>[];
  lines?: number;
  detail?: { title(row: T): string; of(row: T): React.ReactNode };
}

export function Listing<T extends { id: string }>({ empty, columns, detail, ...list }: Props<T>) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<T>();
  const open: LongColumn<T> = {
    key: 'detail',
    act: true,
    title: t('exchange:detail'),
    width: 96,
    text: () => '',
    cell: (row) => (
      <Button size="small" data-test="detail" onClick={() => setShown(row)}>
        {t('exchange:detail')}
      </Button>
    ),
  };
  return (
    <section className="panel flush">
      <LongList
        {...list}
        rowKey={({ id }) => id}
        columns={detail ? [...columns, open] : columns}
        empty={<Nothing title={empty.title} hint={empty.hint} />}
      />
      <Drawer
        size="large"
        open={shown !== undefined}
        title={shown && detail?.title(shown)}
        onClose={() => setShown(undefined)}
        destroyOnHidden
      >
        {shown && detail?.of(shown)}
      </Drawer>
    </section>
  );
}
