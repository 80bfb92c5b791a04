/** What is due of each year, how it can be met with what is held, and what is due when. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Obligation } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { ConfidenceTag } from '../shared/confidence-tag';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';

export function ObligationsPanel() {
  const { t } = useTranslation();
  const [planned, setPlanned] = useState<Obligation>();
  const obligations = usePages(['holdings', 'obligations'], (cursor) =>
    ask(api.GET('/api/v1/registry/obligations', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  if (!obligations.items?.length && !obligations.error) return null;
  const tonnes = (field: 'due' | 'surrendered' | 'offset' | 'left' | 'shortfall'): LongColumn<Obligation> => ({
    key: field,
    title: t(`holdings:obligation.${field}`),
    numeric: true,
    wide: field !== 'due' && field !== 'left',
    text: (row) => row[field],
    words: (row) => groupDecimal(row[field]),
  });
  const columns: LongColumn<Obligation>[] = [
    {
      key: 'year',
      title: t('holdings:year'),
      text: ({ organisation, year }) => `${year} · ${organisation}`,
      sub: { title: t('common:col.note'), text: ({ basis }) => basis },
    },
    tonnes('due'),
    tonnes('surrendered'),
    tonnes('offset'),
    tonnes('left'),
    tonnes('shortfall'),
    {
      key: 'deadline',
      title: t('holdings:deadline'),
      wide: true,
      width: 220,
      text: ({ deadline }) => deadline,
      cell: ({ deadline, confidence }) => (
        <>
          <span className="num">{deadline}</span> <ConfidenceTag confidence={confidence} />
        </>
      ),
    },
    {
      key: 'plan',
      act: true,
      title: t('holdings:plan'),
      width: 140,
      text: () => '',
      cell: (row) => (
        <Button size="small" onClick={() => setPlanned(row)} data-test="plan">
          {t('holdings:plan')}
        </Button>
      ),
    },
  ];
  return (
    <section className="panel" data-test="obligations">
      <h2>{t('holdings:obligations')}</h2>
      <LongList
        name="obligations"
        label={t('holdings:obligations')}
        rowKey={({ organisationId, year }) => `${organisationId}/${year}`}
        columns={columns}
        query={obligations}
        empty={null}
      />
      {planned && <Plan of={planned} />}
      <Calendar />
    </section>
  );
}

function Plan({ of: { organisationId, organisation, year } }: { of: Obligation }) {
  const { t } = useTranslation();
  const plan = useQuery({
    queryKey: ['holdings', 'plan', organisationId, year],
    queryFn: () =>
      ask(
        api.GET('/api/v1/registry/obligations/{organisation}/{year}/plan', {
          params: { path: { organisation: organisationId, year } },
        }),
      ),
  });
  if (plan.error) return <ProblemAlert error={plan.error} onRetry={() => void plan.refetch()} />;
  if (!plan.data) return null;
  const { steps, shortfall, cost, fineFrom, fineTo, price, offsetRoom } = plan.data;
  return (
    <div data-test="plan-of">
      <h3>{t('holdings:planOf', { year, organisation })}</h3>
      <ol>
        {steps.map(({ operation, asset, amount, remains }) => (
          <li key={asset}>
            {t(`holdings:step.${operation}`, { asset, amount: groupDecimal(amount), remains: groupDecimal(remains) })}
          </li>
        ))}
        {!steps.length && shortfall === '0' && <li>{t('holdings:nothingLeft')}</li>}
      </ol>
      {shortfall !== '0' && (
        <Alert
          type="warning"
          showIcon
          title={t('holdings:short', { tonnes: groupDecimal(shortfall) })}
          description={
            price && cost
              ? t('holdings:shortCost', {
                  ...{ asset: price.asset, yuan: price.yuan, on: price.on, cost: groupDecimal(cost) },
                  ...{ from: groupDecimal(fineFrom!), to: groupDecimal(fineTo!), room: groupDecimal(offsetRoom) },
                })
              : undefined
          }
        />
      )}
    </div>
  );
}

function Calendar() {
  const { t, i18n } = useTranslation();
  const tasks = useQuery({
    queryKey: ['registry', 'calendar'],
    queryFn: () => ask(api.GET('/api/v1/registry/calendar')),
  });
  const coming = (tasks.data ?? []).filter(({ days, done }) => days >= -30 && done !== true);
  if (!coming.length) return null;
  return (
    <>
      <h3>{t('holdings:calendar')}</h3>
      <ul className="plain">
        {coming.map((task) => (
          <li key={task.code}>
            <span className="num">{task.due}</span> {i18n.language === 'en' ? task.en : task.zh}{' '}
            <Tag color={task.days < 0 ? 'error' : task.days <= 30 ? 'warning' : 'default'}>
              {task.days < 0 ? t('holdings:past', { count: -task.days }) : t('holdings:daysLeft', { count: task.days })}
            </Tag>
          </li>
        ))}
      </ul>
    </>
  );
}
