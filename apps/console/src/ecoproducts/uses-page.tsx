/** What accounts are used for: bought, counted for compensation, pledged, claimed for damage. Once each, says the register. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { EcoUse } from '../api/types';
import { Yuan } from '../compensation/yuan';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { today } from '../shared/dates';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { WideTable } from '../shared/wide-table';
import { useServices } from './services';
import { EcoNav } from './eco-nav';
import { NewUse } from './new-use';

interface Doing {
  use: EcoUse;
  act: 'quality' | 'release' | 'pay';
  /** Which instalment is paid. */
  n?: number;
}

export function UsesPage() {
  const { t } = useTranslation();
  useTitle(t('ecoproducts:uses.title'));
  const user = useUser();
  const client = useQueryClient();
  const [making, setMaking] = useState(false);
  const [doing, setDoing] = useState<Doing>();
  const uses = usePages(['eco-uses'], (cursor) =>
    ask(api.GET('/api/v1/ecoproduct/uses', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const again = () => client.invalidateQueries({ queryKey: ['eco-uses'] });
  return (
    <div className="page">
      <PageHead
        title={t('ecoproducts:uses.title')}
        hint={t('ecoproducts:uses.hint')}
        actions={
          hasRole(user, 'filer', 'finance_clerk') && (
            <Button type="primary" onClick={() => setMaking(true)} data-test="new-use">
              {t('ecoproducts:uses.new')}
            </Button>
          )
        }
      />
      <EcoNav />
      {uses.error && <ProblemAlert error={uses.error} />}
      <Uses uses={uses} onDo={setDoing} />
      {making && <NewUse onDone={() => (setMaking(false), void again())} onCancel={() => setMaking(false)} />}
      {doing && (
        <Do doing={doing} onDone={() => (setDoing(undefined), void again())} onCancel={() => setDoing(undefined)} />
      )}
    </div>
  );
}

function Uses({ uses, onDo }: { uses: ReturnType<typeof usePages<EcoUse>>; onDo(doing: Doing): void }) {
  const { t } = useTranslation();
  const text = useText();
  const user = useUser();
  const regionName = useRegionName();
  const services = new Map(useServices().data?.map((service) => [service.code, service]));
  const approver = hasRole(user, 'finance_approver');
  const other = (use: EcoUse) => approver && use.createdBy.id !== user.id && use.status === 'standing';
  const columns: TableColumnsType<EcoUse> = [
    {
      title: t('ecoproducts:uses.use'),
      render: (_, { number, kind, document, terms }) => (
        <div className="stack">
          <span>
            <Tag>{t(`ecoproducts:uses.kind.${kind}`)}</Tag>
            <span className="num">{number}</span>
          </span>
          <span className="sub">{`${document} · ${terms.counterparty}`}</span>
        </div>
      ),
    },
    {
      title: t('ecoproducts:uses.what'),
      render: (_, { services: codes, subject, from, to }) => (
        <div className="stack">
          <span>{codes.map((code) => text(services.get(code) ?? code)).join('、')}</span>
          <span className="sub">
            {subject.startsWith('region:') ? regionName(subject.slice(7)) : subject.slice(7)} ·{' '}
            <span className="num">{`${from} – ${to}`}</span>
          </span>
        </div>
      ),
    },
    { title: t('ecoproducts:uses.base'), align: 'end', render: (_, { base }) => <Yuan amount={base} short /> },
    {
      title: t('ecoproducts:uses.amount'),
      align: 'end',
      render: (_, { amount, instalments }) => (
        <div className="stack">
          <Yuan amount={amount} short />
          {instalments.map(({ n, amount: part, paidOn }) => (
            <span key={n} className="sub num">
              {n}. <Yuan amount={part} short /> {paidOn ?? t('ecoproducts:uses.open')}
            </span>
          ))}
        </div>
      ),
    },
    {
      title: t('ecoproducts:uses.claims'),
      render: (_, { claims, status }) => (
        <div className="stack">
          <Tag color={status === 'standing' ? 'success' : 'default'}>{t(`ecoproducts:uses.status.${status}`)}</Tag>
          <span className="sub num">{claims.join(' ')}</span>
        </div>
      ),
    },
    {
      key: 'do',
      align: 'end',
      render: (_, use) => {
        const next = use.instalments.find(({ paidOn }) => !paidOn);
        return (
          <div className="filters">
            {use.status === 'standing' &&
              next?.onQuality &&
              !use.quality?.passed &&
              hasRole(user, 'filer', 'finance_clerk', 'finance_approver') && (
                <Button size="small" onClick={() => onDo({ use, act: 'quality' })}>
                  {t('ecoproducts:uses.do.quality')}
                </Button>
              )}
            {other(use) && next && (!next.onQuality || use.quality?.passed) && (
              <Button size="small" type="primary" onClick={() => onDo({ use, act: 'pay', n: next.n })}>
                {t('ecoproducts:uses.do.pay')}
              </Button>
            )}
            {other(use) && (
              <Button size="small" onClick={() => onDo({ use, act: 'release' })}>
                {t('ecoproducts:uses.do.release')}
              </Button>
            )}
          </div>
        );
      },
    },
  ];
  return (
    <section className="panel flush" data-test="uses">
      <WideTable
        label={t('ecoproducts:uses.title')}
        rowKey="id"
        columns={columns}
        dataSource={uses.items}
        loading={uses.isPending}
        locale={{
          emptyText: uses.isPending ? (
            ' '
          ) : (
            <Nothing title={t('ecoproducts:uses.none')} hint={t('ecoproducts:uses.noneHint')} />
          ),
        }}
      />
      <LoadMore query={uses} />
    </section>
  );
}

function Do({ doing, onDone, onCancel }: { doing: Doing; onDone(): void; onCancel(): void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const path = { id: doing.use.id };
  const act = useMutation<unknown>({
    mutationFn: () => {
      if (doing.act === 'quality')
        return ask(
          api.POST('/api/v1/ecoproduct/uses/{id}/quality', {
            params: { path },
            body: { passed: true, document: text },
          }),
        );
      if (doing.act === 'release')
        return ask(api.POST('/api/v1/ecoproduct/uses/{id}/release', { params: { path }, body: { reason: text } }));
      const body = { paidOn: today().format('YYYY-MM-DD'), slip: text };
      return ask(
        api.POST('/api/v1/ecoproduct/uses/{id}/instalments/{n}/payment', {
          params: { path: { ...path, n: doing.n! } },
          body,
        }),
      );
    },
    onSuccess: onDone,
  });
  const label = t(`ecoproducts:uses.asks.${doing.act}`);
  return (
    <Modal
      open
      title={t(`ecoproducts:uses.do.${doing.act}`)}
      okText={t(`ecoproducts:uses.do.${doing.act}`)}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !text.trim(), loading: act.isPending }}
      onOk={() => act.mutate()}
      onCancel={onCancel}
    >
      {act.error && <ProblemAlert error={act.error} />}
      <Input value={text} onChange={({ target }) => setText(target.value)} aria-label={label} placeholder={label} />
    </Modal>
  );
}
