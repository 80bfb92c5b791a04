/** One-way auctions: announced by a seller, bid on under seal, settled after the end, best prices first. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Modal, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Auction } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { moment } from '../shared/dates';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { WideTable } from '../shared/wide-table';

export function Auctions() {
  const { t } = useTranslation();
  const user = useUser();
  const client = useQueryClient();
  const [announcing, setAnnouncing] = useState(false);
  const [bidding, setBidding] = useState<Auction>();
  const auctions = useQuery({
    queryKey: ['market', 'auctions'],
    queryFn: () => ask(api.GET('/api/v1/market/auctions')),
  });
  const again = () => Promise.all(['market', 'holdings'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  const withdraw = useMutation({
    mutationFn: (id: string) => ask(api.POST('/api/v1/market/bids/{id}/withdraw', { params: { path: { id } } })),
    onSettled: again,
  });
  const settle = useMutation({
    mutationFn: (id: string) => ask(api.POST('/api/v1/market/auctions/{id}/settle', { params: { path: { id } } })),
    onSettled: again,
  });
  const failed = auctions.error ?? withdraw.error ?? settle.error;
  return (
    <section className="panel" data-test="auctions">
      <div className="panel-head">
        <h2>{t('market:auctions')}</h2>
        {hasRole(user, 'filer') && (
          <Button onClick={() => setAnnouncing(true)} data-test="announce">
            {t('market:announce')}
          </Button>
        )}
      </div>
      {failed && <ProblemAlert error={failed} />}
      <WideTable
        label={t('market:auctions')}
        rowKey="id"
        dataSource={auctions.data?.items}
        loading={auctions.isPending}
        locale={{ emptyText: auctions.isPending ? ' ' : <Nothing title={t('market:noAuctions')} /> }}
        columns={[
          {
            title: t('market:asset'),
            render: (_, { asset, number, note, mine }) => (
              <div className="stack">
                <span>
                  {asset} {mine && <Tag>{t('market:yours')}</Tag>}
                </span>
                <span className="sub">{[number, note].filter(Boolean).join(' · ')}</span>
              </div>
            ),
          },
          {
            title: t('market:quantity'),
            align: 'end',
            className: 'num',
            render: (_, { quantity, unit }) => `${groupDecimal(quantity)} ${prettyUnit(unit)}`,
          },
          {
            title: t('market:floor'),
            align: 'end',
            className: 'num',
            render: (_, { floor }) => groupDecimal(floor),
          },
          {
            title: t('market:state'),
            render: (_, { status, phase, sold, opensAt, closesAt }) => (
              <div className="stack">
                <span>
                  {status === 'settled' ? t('market:sold', { sold: groupDecimal(sold) }) : t(`market:phase.${phase}`)}
                </span>
                <span className="sub num">
                  {moment(opensAt)} – {moment(closesAt)}
                </span>
              </div>
            ),
          },
          {
            title: t('market:bids'),
            render: (_, { bids, phase }) =>
              (bids ?? []).map(({ id, price, quantity, status, won }) => (
                <div key={id} className="num">
                  {`${groupDecimal(price)} × ${groupDecimal(quantity)} `}
                  {status === 'won'
                    ? t('market:bidStatus.won', { won: groupDecimal(won) })
                    : t(`market:bidState.${status}`)}
                  {status === 'open' && phase === 'open' && (
                    <Button type="link" size="small" onClick={() => withdraw.mutate(id)}>
                      {t('market:withdraw')}
                    </Button>
                  )}
                </div>
              )),
          },
          {
            key: 'do',
            align: 'end',
            render: (_, auction) =>
              auction.status === 'announced' &&
              (auction.phase === 'open' && hasRole(user, 'filer') && !auction.mine ? (
                <Button size="small" type="primary" onClick={() => setBidding(auction)} data-test="bid">
                  {t('market:bid')}
                </Button>
              ) : (
                auction.phase === 'over' &&
                hasRole(user, 'trader') && (
                  <Button
                    size="small"
                    type="primary"
                    loading={settle.isPending}
                    onClick={() => settle.mutate(auction.id)}
                  >
                    {t('market:settle')}
                  </Button>
                )
              )),
          },
        ]}
      />
      {announcing && (
        <Announce onDone={() => (setAnnouncing(false), void again())} onCancel={() => setAnnouncing(false)} />
      )}
      {bidding && (
        <NewBid
          auction={bidding}
          onDone={() => (setBidding(undefined), void again())}
          onCancel={() => setBidding(undefined)}
        />
      )}
    </section>
  );
}

interface Announced {
  asset: string;
  quantity: string;
  floor: string;
  time: [Dayjs, Dayjs];
  note?: string;
}

function Announce({ onDone, onCancel }: { onDone(): void; onCancel(): void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Announced>();
  const announce = useMutation({
    mutationFn: ({ time: [opens, closes], ...wish }: Announced) =>
      ask(
        api.POST('/api/v1/market/auctions', {
          body: { ...wish, opensAt: opens.toISOString(), closesAt: closes.toISOString() },
        }),
      ),
    onSuccess: onDone,
  });
  const rules = [{ required: true, message: t('common:required') }];
  return (
    <Modal
      open
      title={t('market:announce')}
      okText={t('market:announce')}
      cancelText={t('common:cancel')}
      okButtonProps={{ loading: announce.isPending }}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      {announce.error && <ProblemAlert error={announce.error} />}
      <p className="muted">{t('market:auctionHint')}</p>
      <Form form={form} layout="vertical" onFinish={(values) => announce.mutate(values)}>
        <Form.Item name="asset" label={t('market:asset')} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="quantity" label={t('market:quantity')} rules={rules}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="floor" label={t('market:floor')} rules={rules}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="time" label={t('market:time')} rules={rules}>
          <DatePicker.RangePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="note" label={t('market:note')}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function NewBid({ auction, onDone, onCancel }: { auction: Auction; onDone(): void; onCancel(): void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ price: string; quantity: string }>();
  const bid = useMutation({
    mutationFn: (body: { price: string; quantity: string }) =>
      ask(api.POST('/api/v1/market/auctions/{id}/bids', { params: { path: { id: auction.id } }, body })),
    onSuccess: onDone,
  });
  const rules = [{ required: true, message: t('common:required') }];
  return (
    <Modal
      open
      title={`${t('market:bid')} ${auction.asset}`}
      okText={t('market:bid')}
      cancelText={t('common:cancel')}
      okButtonProps={{ loading: bid.isPending }}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      {bid.error && <ProblemAlert error={bid.error} />}
      <p className="muted">{t('market:bidHint', { floor: auction.floor, closes: moment(auction.closesAt) })}</p>
      <Form form={form} layout="vertical" onFinish={(values) => bid.mutate(values)}>
        <Form.Item name="price" label={t('market:price.each')} rules={rules}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="quantity" label={t('market:quantity')} rules={rules}>
          <Input inputMode="decimal" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
