import { useQuery } from '@tanstack/react-query';
import { Button, Tag, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { moment } from '../shared/dates';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { Listing } from './listing';
import { type Message, useExchange } from './use-exchange';

const colours = { waiting: 'processing', delivered: 'success', dead: 'error' } as const;

export function Outbox() {
  const { t } = useTranslation();
  const mine = hasRole(useUser(), 'filer');
  const query = usePages(['exchange', 'outbox'], (cursor) =>
    ask(api.GET('/api/v1/pact/outbox', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const retry = useExchange((id: string) => api.POST('/api/v1/pact/outbox/{id}/retry', { params: { path: { id } } }));
  return (
    <div className="exchange-view">
      {retry.error && <ProblemAlert error={retry.error} />}
      <Listing<Message>
        label={t('exchange:view.outbox')}
        empty={{ title: t('exchange:noMessages'), hint: t('exchange:noMessagesHint') }}
        query={query}
        expanded={(row) => <Attempts message={row} />}
        columns={[
          { title: t('exchange:partner'), dataIndex: 'partner' },
          {
            title: t('exchange:kind'),
            render: (_, { kind, answer }) => (
              <div className="stack">
                <span>{t(`exchange:kindOf.${kind}`)}</span>
                {answer && <span className="sub">{t(`exchange:answer.${answer}`)}</span>}
              </div>
            ),
          },
          {
            title: t('exchange:state'),
            render: (_, { state, lastError }) => (
              <div className="stack">
                <span>
                  <Tag color={colours[state]}>{t(`exchange:message.${state}`)}</Tag>
                </span>
                {lastError && <span className="sub">{lastError}</span>}
              </div>
            ),
          },
          { title: t('exchange:attempts'), dataIndex: 'attempts', align: 'end', className: 'num' },
          {
            title: t('exchange:when'),
            className: 'num',
            render: (_, { createdAt, nextAt, deliveredAt, state }) => (
              <div className="stack">
                <span>{moment(deliveredAt ?? createdAt)}</span>
                {state === 'waiting' && nextAt && (
                  <span className="sub">{t('exchange:nextAt', { at: moment(nextAt) })}</span>
                )}
              </div>
            ),
          },
          {
            title: t('exchange:actions'),
            render: (_, { id, state }) =>
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
          content: [moment(at), status ?? t('exchange:noAnswer'), `${ms} ms`, note ?? ''].filter(Boolean).join(' · '),
        }))}
      />
      {message.state === 'waiting' && (
        <span className="sub">{t('exchange:deadline', { at: moment(message.deadline) })}</span>
      )}
      {message.answerNote && <span>{message.answerNote}</span>}
    </div>
  );
}
