import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHead } from '../shared/page-head';
import { useTitle } from '../shared/use-title';
import './exchange.css';
import { Inbox } from './inbox';
import { Linter } from './linter';
import { Outbox } from './outbox';
import { Partners } from './partners';
import { PublishedList } from './published';
import { ReceivedList } from './received';

const views = {
  partners: Partners,
  published: PublishedList,
  received: ReceivedList,
  outbox: Outbox,
  inbox: Inbox,
  lint: Linter,
};
const names = Object.keys(views) as (keyof typeof views)[];

/** PACT: with whom footprints are exchanged, what came and went, and whether a footprint holds. */
export function ExchangePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const view = names.find((name) => name === search.get('view')) ?? 'partners';
  useTitle(t('exchange:title'));
  return (
    <div className="page">
      <PageHead title={t('exchange:title')} hint={t('exchange:hint')} />
      <Tabs
        activeKey={view}
        destroyOnHidden
        onChange={(next) => setSearch(next === 'partners' ? {} : { view: next }, { replace: true })}
        items={names.map((key) => {
          const View = views[key];
          return { key, label: t(`exchange:view.${key}`), children: <View /> };
        })}
      />
    </div>
  );
}
