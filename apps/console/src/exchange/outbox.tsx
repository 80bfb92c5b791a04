import { useQuery } from '@tanstack/react-query';
import { Button, Tag, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { moment } from '../shared/dates';
import { Choice } from '../shared/filters';
import { ProblemAlert } from '../shared/problem-alert';
import { useFilter } from '../shared/use-filter';
import { usePages } from '../shared/use-pages';
import { useText } from '../shared/use-text';
import { Listing } from './listing';
import { type Message, useExchange } from './use-exchange';

const states = ['waiting', 'delivered', 'dead'] as const;
const colours = { waiting: 'processing', delivered: 'success', dead: 'error' } as const;

export function Outbox() {
  const { t } = useTranslation();
  const said = useText();
  const mine = hasRole(useUser(), 'filer');
  const [filter, narrow] = useFilter({ state: states });
  const query = usePages<Message>(['exchange', 'outbox', filter], (cursor) =>
    ask(api.GET('/api/v1/pact/outbox', { params: { query: { ...filter, ...(cursor && { cursor }) } } })),
  );
  const retry = useExchange((id: string) => api.POST('/api/v1/pact/outbox/{id}/retry', { params: { path: { id } } }));
  return (
    <div className="exchange-view">
      {retry.error && <ProblemAlert error={retry.error} />}
      <div className="filters" role="search">
        <Choice
          label={t('exchange:state')}
          values={states}
          value={filter.state}
          textOf={(value) => t(`exchange:message.${value}`)}
          onChange={(state) => narrow({ state })}
        />
      </div>
      <Listing<Message>
        name="exchange.outbox"
        label={t('exchange:view.outbox')}
        empty={
          filter.state
            ? { title: t('exchange:noneHere') }
            : { title: t('exchange:noMessages'), hint: t('exchange:noMessagesHint') }
        }
        query={query}
        detail={{
          title: ({ partner, kind }) => `${partner} · ${t(`exchange:kindOf.${kind}`)}`,
          of: (row) => <Attempts message={row} />,
        }}
        columns={[
          { key: 'partner', title: t('exchange:partner'), text: ({ partner }) => partner },
          {
            key: 'kind',
            title: t('exchange:kind'),
            text: ({ kind }) => t(`exchange:kindOf.${kind}`),
            sub: {
              title: t('exchange:answerTitle'),
              text: ({ answer }) => (answer ? t(`exchange:answer.${answer}`) : ''),
            },
          },
          {
            key: 'state',
            title: t('exchange:state'),
            text: ({ state }) => t(`exchange:message.${state}`),
            cell: ({ state }) => <Tag color={colours[state]}>{t(`exchange:message.${state}`)}</Tag>,
            sub: { title: t('common:col.note'), text: ({ lastError }) => said(lastError ?? undefined) },
          },
          {
            key: 'attempts',
            title: t('exchange:attempts'),
            numeric: true,
            wide: true,
            text: ({ attempts }) => String(attempts),
          },
          {
            key: 'when',
            title: t('exchange:when'),
            wide: true,
            text: ({ createdAt, deliveredAt }) => moment(deliveredAt ?? createdAt),
            sub: {
              title: t('exchange:next'),
              text: ({ state, nextAt }) => (state === 'waiting' && nextAt ? moment(nextAt) : ''),
              cell: ({ state, nextAt }) =>
                state === 'waiting' && nextAt ? t('exchange:nextAt', { at: moment(nextAt) }) : '',
            },
          },
          {
            key: 'do',
            act: true,
            title: t('exchange:actions'),
            width: 110,
            text: () => '',
            cell: ({ id, state }) =>
              mine &&
              state === 'dead' && (
                <Button size="small" onClick={() => retry.mutate(id)}>
                  {t('exchange:retry')}
                </Button>
              ),
          },
        ]}
      />
    </div>
  );
}

function Attempts({ message }: { message: Message }) {
  const { t } = useTranslation();
  const said = useText();
  const { data, error } = useQuery({
    queryKey: ['exchange', 'attempts', message.id, message.attempts],
    queryFn: () => ask(api.GET('/api/v1/pact/outbox/{id}/attempts', { params: { path: { id: message.id } } })),
  });
  if (error) return <ProblemAlert error={error} />;
  return (
    <div className="stack">
      <Timeline
        items={(data ?? []).map(({ number, at, ok, status, note, ms }) => ({
          key: number,
          color: ok ? 'green' : 'red',
          content: [moment(at), status ?? t('exchange:noAnswer'), `${ms} ms`, said(note ?? undefined)]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
      {message.state === 'waiting' && (
        <span className="sub">{t('exchange:deadline', { at: moment(message.deadline) })}</span>
      )}
      {message.answerNote && <span>{message.answerNote}</span>}
    </div>
  );
}
