/** What everybody may know: the market's day and history, programmes and notices, data to take away. No session, no names. */
import { Button, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, ask } from '../api/client';
import type { MarketProduct } from '../api/types';
import { PublicShell } from '../labels/public-shell';
import { Bulletin } from '../market/bulletin';
import { History } from '../market/history';
import '../market/market.css';
import { csv } from '../shared/table/csv';
import { save } from '../shared/table/table-tools';
import { useTitle } from '../shared/use-title';
import { PublishedProgrammes } from './published-programmes';
import './open-page.css';

const views = ['market', 'programmes', 'data'] as const;
const products: MarketProduct[] = ['CEA-ALL', 'CEA21', 'CEA22', 'CEA23', 'CEA24', 'CEA25', 'CCER'];

async function history(product: MarketProduct): Promise<void> {
  const { items, source } = await ask(api.GET('/api/v1/market/history', { params: { query: { product } } }));
  const columns = ['date', 'open', 'high', 'low', 'close', 'listedT', 'listedYuan', 'blockT', 'blockYuan'] as const;
  const rows = items.map((day) => [...columns.map((name) => day[name]), day.confidence, source]);
  save(`${product}.csv`, csv([[...columns, 'confidence', 'source'], ...rows]), 'text/csv;charset=utf-8');
}

async function programmes(): Promise<void> {
  const { items } = await ask(api.GET('/api/v1/compensation/published'));
  const rows = items.flatMap((one) =>
    one.banners.map(({ code, nameZh, households, amount }) => [
      ...[one.number, one.title, String(one.year), one.organisation, one.method, one.stage],
      ...[code, nameZh ?? '', String(households), amount],
    ]),
  );
  const head = ['number', 'title', 'year', 'organisation', 'method', 'stage', 'banner', 'name', 'households', 'yuan'];
  save('programmes.csv', csv([head, ...rows]), 'text/csv;charset=utf-8');
}

export function OpenPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const view = views.find((name) => name === search.get('view')) ?? 'market';
  useTitle(t('open:title'));
  return (
    <PublicShell>
      <div className="page open-page">
        <header>
          <h1>{t('open:title')}</h1>
          <p className="muted">{t('open:hint')}</p>
        </header>
        <Tabs
          activeKey={view}
          onChange={(key) => setSearch({ view: key })}
          items={[
            {
              key: 'market',
              label: t('open:market'),
              children: (
                <div className="page">
                  <Bulletin />
                  <History />
                </div>
              ),
            },
            { key: 'programmes', label: t('open:programmes'), children: <PublishedProgrammes /> },
            {
              key: 'data',
              label: t('open:data'),
              children: (
                <div className="page">
                  <section className="panel">
                    <h2>{t('open:prices')}</h2>
                    <p className="muted">{t('open:pricesHint')}</p>
                    <div className="page-actions">
                      {products.map((product) => (
                        <Button key={product} onClick={() => void history(product)}>
                          {product}.csv
                        </Button>
                      ))}
                    </div>
                  </section>
                  <section className="panel">
                    <h2>{t('open:programmes')}</h2>
                    <p className="muted">{t('open:programmesHint')}</p>
                    <Button onClick={() => void programmes()}>programmes.csv</Button>
                  </section>
                  <section className="panel">
                    <h2>{t('open:api')}</h2>
                    <p className="muted">{t('open:apiHint')}</p>
                    <div className="page-actions">
                      <a href="/api/docs">{t('open:docs')}</a>
                      <a href="/api/openapi.json">openapi.json</a>
                      <a href="/.well-known/jwks.json">{t('open:keys')}</a>
                    </div>
                  </section>
                </div>
              ),
            },
          ]}
        />
      </div>
    </PublicShell>
  );
}
