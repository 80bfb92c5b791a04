/** The statement of an account, entry by entry, and as a workbook for a period. */
import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, DatePicker, Drawer } from 'antd';
import type { Dayjs } from 'dayjs';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { download } from '../api/files';
import type { components } from '../api/generated';
import type { LedgerAccount } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';

type Entry = components['schemas']['EntryDto'];
const sourcesOf = ({ document, reason, serials }: Entry) =>
  [document, reason, serials.join(', ')].filter((text): text is string => Boolean(text));

export function EntriesDrawer({ account, onClose }: { account: LedgerAccount; onClose(): void }) {
  const { t } = useTranslation();
  const [days, setDays] = useState<[Dayjs | null, Dayjs | null] | null>(null);
  const period = {
    ...(days?.[0] && { from: days[0].format('YYYY-MM-DD') }),
    ...(days?.[1] && { to: days[1].format('YYYY-MM-DD') }),
  };
  const entries = usePages(['holdings', 'entries', account.id, period.from, period.to], (cursor) =>
    ask(
      api.GET('/api/v1/ledger/accounts/{id}/entries', {
        params: { path: { id: account.id }, query: { limit: 200, ...period, ...(cursor && { cursor }) } },
      }),
    ),
  );
  const save = useMutation({
    mutationFn: () =>
      download(`/api/v1/registry/accounts/${account.id}/statement?${new URLSearchParams(period)}`, 'statement.xlsx'),
  });
  const kindOf = ({ kind }: Entry) => t(`holdings:entry.${kind}`, { defaultValue: kind });
  const columns = useMemo<LongColumn<Entry>[]>(
    () => [
      { key: 'date', title: t('holdings:date'), width: 112, text: ({ businessDate }) => businessDate },
      {
        key: 'operation',
        title: t('holdings:operation'),
        width: 260,
        text: kindOf,
        sub: { title: t('holdings:source'), text: (entry) => sourcesOf(entry).join(' · ') },
      },
      {
        key: 'amount',
        title: t('holdings:amount'),
        numeric: true,
        text: ({ amount }) => amount,
        words: ({ amount }) => groupDecimal(amount),
      },
      {
        key: 'balance',
        title: t('holdings:balance'),
        numeric: true,
        text: ({ balance }) => balance,
        words: ({ balance }) => groupDecimal(balance),
      },
    ],
    [t],
  );
  return (
    <Drawer
      open
      size="large"
      onClose={onClose}
      title={`${account.asset} · ${t(`holdings:purpose.${account.purpose}`)} · ${groupDecimal(account.balance)} ${prettyUnit(account.unit)}`}
    >
      <div className="filters">
        <DatePicker.RangePicker value={days} onChange={setDays} allowEmpty aria-label={t('holdings:period')} />
        <Button
          icon={<DownloadOutlined />}
          loading={save.isPending}
          onClick={() => save.mutate()}
          data-test="statement-file"
        >
          Excel
        </Button>
      </div>
      {save.error && <ProblemAlert error={save.error} />}
      <LongList
        name="entries"
        label={t('holdings:statement')}
        rowKey={({ seq }) => seq}
        columns={columns}
        query={entries}
        empty={<Nothing title={t('holdings:noEntries')} />}
      />
    </Drawer>
  );
}
