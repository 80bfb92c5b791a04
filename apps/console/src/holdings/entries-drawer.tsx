/** The statement of an account, entry by entry, and as a workbook for a period. */
import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, DatePicker, Drawer } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { download } from '../api/files';
import type { LedgerAccount } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { WideTable } from '../shared/wide-table';

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
        params: { path: { id: account.id }, query: { ...period, ...(cursor && { cursor }) } },
      }),
    ),
  );
  const save = useMutation({
    mutationFn: () =>
      download(`/api/v1/registry/accounts/${account.id}/statement?${new URLSearchParams(period)}`, 'statement.xlsx'),
  });
  const failed = entries.error ?? save.error;
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
      {failed && <ProblemAlert error={failed} />}
      <WideTable
        label={t('holdings:statement')}
        rowKey="seq"
        dataSource={entries.items}
        loading={entries.isPending}
        locale={{ emptyText: entries.isPending ? ' ' : <Nothing title={t('holdings:noEntries')} /> }}
        columns={[
          { title: t('holdings:date'), dataIndex: 'businessDate', className: 'num' },
          {
            title: t('holdings:operation'),
            render: (_, { kind, document, reason, serials }) => (
              <div className="stack">
                <span>{t(`holdings:entry.${kind}`, { defaultValue: kind })}</span>
                <span className="sub">{[document, reason, serials.join(', ')].filter(Boolean).join(' · ')}</span>
              </div>
            ),
          },
          {
            title: t('holdings:amount'),
            align: 'end',
            className: 'num',
            render: (_, { amount }) => groupDecimal(amount),
          },
          {
            title: t('holdings:balance'),
            align: 'end',
            className: 'num',
            render: (_, { balance }) => groupDecimal(balance),
          },
        ]}
      />
      <LoadMore query={entries} />
    </Drawer>
  );
}
