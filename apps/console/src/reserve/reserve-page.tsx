/** The reserve of a forest group: what its land could bring by year, league and owner, under stated assumptions. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { SinkProspect } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { today } from '../shared/dates';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { Groups } from './groups';
import { Outlook } from './outlook';
import { ProspectForm } from './prospect-form';
import { Prospects } from './prospects';
import '../credits/credits.css';

const names = ['price', 'priceGrowth', 'discountRate', 'heldBack', 'verificationCost', 'verificationEvery'] as const;
const shares: readonly string[] = ['priceGrowth', 'discountRate', 'heldBack'];
type Assumptions = Record<(typeof names)[number], string>;
const start: Assumptions = {
  price: '60',
  priceGrowth: '3',
  discountRate: '5',
  heldBack: '15',
  verificationCost: '200000',
  verificationEvery: '5',
};
const valid = (name: string, text: string): boolean =>
  name === 'verificationEvery'
    ? /^([1-9]|10)$/.test(text)
    : shares.includes(name)
      ? /^\d{1,2}(\.\d{1,2})?$/.test(text)
      : /^\d{1,11}(\.\d{1,2})?$/.test(text);
const asShare = (text: string): string => (Number(text) / 100).toFixed(4).replace(/0+$/, '').replace(/\.$/, '');

export function ReservePage() {
  const { t } = useTranslation();
  const filer = hasRole(useUser(), 'filer');
  const client = useQueryClient();
  const [wish, setWish] = useState(start);
  const [editing, setEditing] = useState<SinkProspect | 'new'>();
  useTitle(t('reserve:title'));
  const year = today().year();
  const sound = names.every((name) => valid(name, wish[name]));
  const query = useQuery({
    queryKey: ['sink-reserve', wish],
    enabled: sound,
    placeholderData: keepPreviousData,
    queryFn: () =>
      ask(
        api.GET('/api/v1/sink/reserve', {
          params: {
            query: {
              ...wish,
              priceGrowth: asShare(wish.priceGrowth),
              discountRate: asShare(wish.discountRate),
              heldBack: asShare(wish.heldBack),
              baseYear: String(year),
              lastYear: String(Math.min(year + 40, 2099)),
            },
          },
        }),
      ),
  });
  const done = () => (setEditing(undefined), void client.invalidateQueries({ queryKey: ['sink-reserve'] }));
  return (
    <div className="page">
      <PageHead
        title={t('reserve:title')}
        hint={t('reserve:hint')}
        actions={
          filer && (
            <Button type="primary" onClick={() => setEditing('new')} data-test="new-prospect">
              {t('reserve:add')}
            </Button>
          )
        }
      />
      <Alert type="warning" showIcon title={t('reserve:planning')} />
      <section className="panel">
        <h2>{t('reserve:assumptions')}</h2>
        <div className="inline-form">
          {names.map((name) => (
            <label key={name} className="stack">
              <span>{t(`reserve:assumption.${name}`)}</span>
              <Input
                inputMode="decimal"
                value={wish[name]}
                status={valid(name, wish[name]) ? undefined : 'error'}
                onChange={({ target }) => setWish({ ...wish, [name]: target.value.trim() })}
              />
            </label>
          ))}
        </div>
      </section>
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <Waiting />}
      {query.data &&
        (query.data.prospects.length === 0 ? (
          <section className="panel">
            <Nothing title={t('reserve:none')} hint={t('reserve:noneHint')} />
          </section>
        ) : (
          <>
            <Outlook reserve={query.data} />
            <Groups reserve={query.data} />
            <Prospects reserve={query.data} onEdit={filer ? setEditing : undefined} />
          </>
        ))}
      {query.data && editing && (
        <ProspectForm
          prospect={editing === 'new' ? undefined : editing}
          reserve={query.data}
          onDone={done}
          onCancel={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}
