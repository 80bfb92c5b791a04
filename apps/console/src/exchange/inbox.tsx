import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { moment } from '../shared/dates';
import { Choice } from '../shared/filters';
import { useFilter } from '../shared/use-filter';
import { usePages } from '../shared/use-pages';
import { useText } from '../shared/use-text';
import { Listing } from './listing';
import type { PartnerEvent } from './use-exchange';

const states = ['received', 'done', 'failed'] as const;
const colours = { received: 'processing', done: 'success', failed: 'error' } as const;

export function Inbox() {
  const { t } = useTranslation();
  const said = useText();
  const [filter, narrow] = useFilter({ state: states });
  const query = usePages<PartnerEvent>(['exchange', 'inbox', filter], (cursor) =>
    ask(api.GET('/api/v1/pact/inbox', { params: { query: { ...filter, ...(cursor && { cursor }) } } })),
  );
  return (
    <div className="exchange-view">
      <div className="filters" role="search">
        <Choice
          label={t('exchange:state')}
          values={states}
          value={filter.state}
          textOf={(value) => t(`exchange:event.${value}`)}
          onChange={(state) => narrow({ state })}
        />
      </div>
      <Listing<PartnerEvent>
        name="exchange.inbox"
        label={t('exchange:view.inbox')}
        empty={
          filter.state
            ? { title: t('exchange:noneHere') }
            : { title: t('exchange:noEvents'), hint: t('exchange:noEventsHint') }
        }
        query={query}
        detail={{
          title: ({ partner, kind }) => `${partner} · ${t(`exchange:kindOf.${kind}`)}`,
          of: ({ data, source, eventId }) => (
            <div className="stack">
              <span className="muted num">
                {source} · {eventId}
              </span>
              <pre className="exchange-json" tabIndex={0}>
                {JSON.stringify(data, null, 1)}
              </pre>
            </div>
          ),
        }}
        columns={[
          { key: 'partner', title: t('exchange:partner'), text: ({ partner }) => partner },
          { key: 'kind', title: t('exchange:kind'), text: ({ kind }) => t(`exchange:kindOf.${kind}`) },
          {
            key: 'state',
            title: t('exchange:state'),
            text: ({ state }) => t(`exchange:event.${state}`),
            cell: ({ state }) => <Tag color={colours[state]}>{t(`exchange:event.${state}`)}</Tag>,
            sub: { title: t('common:col.note'), text: ({ note }) => said(note ?? undefined) },
          },
          { key: 'when', title: t('exchange:when'), wide: true, text: ({ receivedAt }) => moment(receivedAt) },
        ]}
      />
    </div>
  );
}
