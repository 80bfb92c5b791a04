/** What accounts are used for: bought, counted for compensation, pledged, claimed for damage. Once each, says the register. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { EcoUse } from '../api/types';
import { Yuan } from '../compensation/yuan';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { period, today } from '../shared/dates';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
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
  const columns: LongColumn<EcoUse>[] = [
    {
      key: 'use',
      title: t('ecoproducts:uses.use'),
      text: ({ kind, number }) => `${t(`ecoproducts:uses.kind.${kind}`)} ${number}`,
      cell: ({ kind, number }) => (
        <>
          <Tag>{t(`ecoproducts:uses.kind.${kind}`)}</Tag>
          <span className="num">{number}</span>
        </>
      ),
      sub: { title: t('ecoproducts:uses.basis'), text: ({ document, terms }) => `${document} · ${terms.counterparty}` },
    },
    {
      key: 'what',
      title: t('ecoproducts:uses.what'),
      wide: true,
      text: ({ services: codes }) => codes.map((code) => text(services.get(code) ?? code)).join(t('common:listComma')),
      sub: {
        title: t('ecoproducts:period'),
        text: ({ subject, from, to }) =>
          `${subject.startsWith('region:') ? regionName(subject.slice(7)) : subject.slice(7)} · ${period(from, to)}`,
      },
    },
    {
      key: 'base',
      title: t('ecoproducts:uses.base'),
      numeric: true,
      wide: true,
      fileUnit: t('common:moneyUnit.yuan'),
      text: ({ base }) => base ?? '',
      cell: ({ base }) => <Yuan amount={base} short />,
    },
    {
      key: 'amount',
      title: t('ecoproducts:uses.amount'),
      numeric: true,
      fileUnit: t('common:moneyUnit.yuan'),
      text: ({ amount }) => amount ?? '',
      cell: ({ amount }) => <Yuan amount={amount} short />,
      sub: {
        title: t('ecoproducts:uses.instalments'),
        text: ({ instalments }) =>
          instalments
            .map(({ n, amount, paidOn }) => `${n}. ${amount} ${paidOn ?? t('ecoproducts:uses.open')}`)
            .join('; '),
        cell: ({ instalments }) =>
          instalments.length
            ? instalments.map(({ n, amount, paidOn }) => (
                <span key={n} className="sub num">
                  {n}. <Yuan amount={amount} short /> {paidOn ?? t('ecoproducts:uses.open')}
                </span>
              ))
            : '',
      },
    },
    {
      key: 'claims',
      title: t('ecoproducts:uses.claims'),
      text: ({ status }) => t(`ecoproducts:uses.status.${status}`),
      cell: ({ status }) => (
        <Tag color={status === 'standing' ? 'success' : 'default'}>{t(`ecoproducts:uses.status.${status}`)}</Tag>
      ),
      sub: { title: t('ecoproducts:uses.claimNumbers'), text: ({ claims }) => claims.join(' ') },
    },
    {
      key: 'do',
      act: true,
      title: t('common:actions'),
      width: 240,
      text: () => '',
      cell: (use) => {
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
      <LongList
        name="eco-uses"
        label={t('ecoproducts:uses.title')}
        rowKey={({ id }) => id}
        columns={columns}
        query={uses}
        empty={<Nothing title={t('ecoproducts:uses.none')} hint={t('ecoproducts:uses.noneHint')} />}
        lines={4}
      />
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
