import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { moment } from '../shared/dates';
import { usePages } from '../shared/use-pages';
import { Listing } from './listing';
import type { PartnerEvent } from './use-exchange';

const colours = { received: 'processing', done: 'success', failed: 'error' } as const;

export function Inbox() {
  const { t } = useTranslation();
  const query = usePages(['exchange', 'inbox'], (cursor) =>
    ask(api.GET('/api/v1/pact/inbox', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  return (
    <Listing<PartnerEvent>
      label={t('exchange:view.inbox')}
      empty={{ title: t('exchange:noEvents'), hint: t('exchange:noEventsHint') }}
      query={query}
      expanded={({ data, source, eventId }) => (
        <div className="stack">
          <span className="sub">
            {source} · {eventId}
          </span>
          <pre className="exchange-json">{JSON.stringify(data, null, 1)}</pre>
        </div>
      )}
      columns={[
        { title: t('exchange:partner'), dataIndex: 'partner' },
        { title: t('exchange:kind'), render: (_, { kind }) => t(`exchange:kindOf.${kind}`) },
        {
          title: t('exchange:state'),
          render: (_, { state, note }) => (
            <div className="stack">
              <span>
                <Tag color={colours[state]}>{t(`exchange:event.${state}`)}</Tag>
              </span>
              {note && <span className="sub">{note}</span>}
            </div>
          ),
        },
        { title: t('exchange:when'), className: 'num', render: (_, { receivedAt }) => moment(receivedAt) },
      ]}
    />
  );
}
