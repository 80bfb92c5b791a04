/** What new versions of factors would do to filed results. Nothing moves by itself: whoever filed accepts, or keeps. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { FactorImpact, MovedFigure } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { FaultList } from '../shared/fault-list';
import { Choice } from '../shared/filters';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useFilter } from '../shared/use-filter';
import { usePages } from '../shared/use-pages';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { WideTable } from '../shared/wide-table';
import { FactorNav } from './factor-nav';

type Status = FactorImpact['status'];
const colors: Record<Status, string> = {
  open: 'processing',
  accepted: 'success',
  kept: 'default',
  unmoved: 'default',
  unfit: 'warning',
};

const choices = ['all', ...(Object.keys(colors) as Status[])] as const;

export function ImpactsPage() {
  const { t } = useTranslation();
  const [filter, narrow] = useFilter({ shadow: [], status: choices });
  const { shadow } = filter;
  const wanted = filter.status ?? (shadow ? 'all' : 'open');
  const status = wanted === 'all' ? undefined : wanted;
  useTitle(t('factors:nav.impacts'));
  const impacts = usePages(['factor-impacts', shadow, status], (cursor) =>
    ask(
      api.GET('/api/v1/factor-impacts', {
        params: { query: { ...(shadow && { shadow }), ...(status && { status }), ...(cursor && { cursor }) } },
      }),
    ),
  );
  return (
    <div className="page">
      <PageHead title={t('factors:nav.impacts')} hint={t('factors:impact.hint')} />
      <FactorNav />
      {shadow && <ShadowRun id={shadow} onDone={() => void impacts.refetch()} />}
      <div className="filters">
        <Choice
          label={t('factors:status')}
          values={choices}
          value={wanted}
          textOf={(value) => t(value === 'all' ? 'factors:impact.all' : `factors:impactStatus.${value}`)}
          onChange={(value) => narrow({ status: value ?? 'all' })}
        />
      </div>
      {impacts.error && <ProblemAlert error={impacts.error} onRetry={() => void impacts.refetch()} />}
      {impacts.items?.length === 0 && (
        <section className="panel">
          <Nothing title={t('factors:impact.none')} hint={t('factors:impact.noneHint')} />
        </section>
      )}
      {impacts.items?.map((impact) => (
        <Impact key={`${impact.shadowId}/${impact.filingId}`} impact={impact} />
      ))}
      <LoadMore query={impacts} />
    </div>
  );
}

function ShadowRun({ id, onDone }: { id: string; onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const query = useQuery({
    queryKey: ['factor-shadow', id],
    queryFn: async () => {
      const shadow = await ask(api.GET('/api/v1/factor-shadows/{id}', { params: { path: { id } } }));
      if (shadow.status === 'done') onDone();
      return shadow;
    },
    refetchInterval: ({ state }) => (state.data && ['done', 'cancelled'].includes(state.data.status) ? false : 1_000),
  });
  if (query.error) return <ProblemAlert error={query.error} />;
  if (!query.data) return null;
  const { status, progress, filings, moved, factors } = query.data;
  return (
    <section className="panel" data-test="shadow">
      {status === 'done' ? (
        <p>{t('factors:impact.found', { filings: filings ?? 0, moved: moved ?? 0 })}</p>
      ) : (
        <Progress percent={Math.round(progress * 100)} aria-label={t('factors:impact.running')} />
      )}
      <ul>
        {factors.map((factor) => (
          <li key={factor.id}>
            <Link to={`/factors/${factor.id}`}>{i18n.language === 'en' ? factor.nameEn : factor.nameZh}</Link>:{' '}
            <span className="num">
              {factor.from === null ? '' : `${groupDecimal(factor.from)} → `}
              {factor.to === null ? '—' : groupDecimal(factor.to)} {prettyUnit(factor.unit)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Impact({ impact }: { impact: FactorImpact }) {
  const { t } = useTranslation();
  const text = useText();
  const user = useUser();
  const client = useQueryClient();
  const deciding = useMutation({
    mutationFn: (decision: 'accept' | 'keep') =>
      ask(
        api.POST('/api/v1/factor-impacts/{shadow}/{filing}/decision', {
          params: { path: { shadow: impact.shadowId, filing: impact.filingId } },
          body: { decision },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['factor-impacts'] }),
  });
  const signed = (value: string) => (value.startsWith('-') ? groupDecimal(value) : `+${groupDecimal(value)}`);
  const columns: TableColumnsType<MovedFigure> = [
    {
      title: t('factors:impact.figure'),
      render: (_, figure) => (
        <div className="stack">
          <span>{text(figure.title)}</span>
          <code className="sub">{figure.place}</code>
        </div>
      ),
    },
    { title: t('factors:before'), align: 'end', className: 'num', render: (_, { from }) => groupDecimal(from) },
    { title: t('factors:after'), align: 'end', className: 'num', render: (_, { to }) => groupDecimal(to) },
    {
      title: t('factors:impact.difference'),
      align: 'end',
      className: 'num',
      render: (_, { difference, percent }) => (
        <div className="stack">
          <strong>{signed(difference)}</strong>
          {percent !== null && <span className="sub">{signed(percent)} %</span>}
        </div>
      ),
    },
    { title: t('factors:field.unit'), render: (_, { unit }) => prettyUnit(unit) },
  ];
  const mine = hasRole(user, 'filer') && user.organisation?.id === impact.organisationId;
  return (
    <section className="panel" data-test="impact" data-status={impact.status}>
      <h2>
        <Link to={`/filings/${impact.filingId}`}>{impact.title}</Link>{' '}
        <span className="muted num">{impact.number}</span>{' '}
        <Tag color={colors[impact.status]}>{t(`factors:impactStatus.${impact.status}`)}</Tag>
      </h2>
      <p className="muted">
        {impact.organisation}
        {impact.issuedNumber && ` · ${t('factors:impact.issued', { number: impact.issuedNumber })}`}
        {impact.uses.length === 0 && ` · ${t('factors:impact.indirect')}`}
      </p>
      {impact.figures.length > 0 && (
        <WideTable label={impact.title} rowKey="place" columns={columns} dataSource={impact.figures} />
      )}
      {impact.faults && <FaultList faults={impact.faults} />}
      {deciding.error && <ProblemAlert error={deciding.error} />}
      {impact.decider && <p className="muted">{impact.decider}</p>}
      {impact.againFilingId && (
        <p>
          <Link to={`/filings/${impact.againFilingId}`}>{t('factors:impact.again')}</Link>
        </p>
      )}
      {impact.status === 'open' && mine && (
        <div className="filters" style={{ marginTop: 12 }}>
          <Button type="primary" loading={deciding.isPending} onClick={() => deciding.mutate('accept')}>
            {t('factors:impact.accept')}
          </Button>
          <Button loading={deciding.isPending} onClick={() => deciding.mutate('keep')}>
            {t('factors:impact.keep')}
          </Button>
        </div>
      )}
    </section>
  );
}
