/** What is due of each year, how it can be met with what is held, and what is due when. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Obligation } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { ConfidenceTag } from '../shared/confidence-tag';
import { ProblemAlert } from '../shared/problem-alert';
import { WideTable } from '../shared/wide-table';

export function ObligationsPanel() {
  const { t } = useTranslation();
  const [planned, setPlanned] = useState<Obligation>();
  const query = useQuery({
    queryKey: ['holdings', 'obligations'],
    queryFn: () => ask(api.GET('/api/v1/registry/obligations', { params: { query: {} } })),
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data?.items.length) return null;
  const tonnes = (field: 'due' | 'surrendered' | 'offset' | 'left' | 'shortfall') => ({
    title: t(`holdings:obligation.${field}`),
    align: 'end' as const,
    className: 'num',
    render: (_: unknown, row: Obligation) => groupDecimal(row[field]),
  });
  return (
    <section className="panel" data-test="obligations">
      <h2>{t('holdings:obligations')}</h2>
      <WideTable
        label={t('holdings:obligations')}
        rowKey={({ organisationId, year }) => `${organisationId}/${year}`}
        dataSource={query.data.items}
        columns={[
          {
            title: t('holdings:year'),
            render: (_, { organisation, year, basis }) => (
              <div className="stack">
                <span>{`${year} · ${organisation}`}</span>
                <span className="sub">{basis}</span>
              </div>
            ),
          },
          tonnes('due'),
          tonnes('surrendered'),
          tonnes('offset'),
          tonnes('left'),
          tonnes('shortfall'),
          {
            title: t('holdings:deadline'),
            className: 'num',
            render: (_, { deadline, confidence }) => (
              <span>
                {deadline} <ConfidenceTag confidence={confidence} />
              </span>
            ),
          },
          {
            title: <span className="sr-only">{t('holdings:plan')}</span>,
            align: 'end',
            render: (_, row) => (
              <Button size="small" onClick={() => setPlanned(row)} data-test="plan">
                {t('holdings:plan')}
              </Button>
            ),
          },
        ]}
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
