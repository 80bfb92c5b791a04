/** Offers of supply and demand; one's own can be withdrawn, those of others taken, in whole or in part. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Modal, Radio, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { Listing } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { useFilter } from '../shared/use-filter';
import { usePages } from '../shared/use-pages';

export function Board() {
  const { t } = useTranslation();
  const trades = hasRole(useUser(), 'filer');
  const client = useQueryClient();
  const [filter, narrow] = useFilter({ offers: ['mine'] });
  const mine = filter.offers === 'mine';
  const [offering, setOffering] = useState(false);
  const [taking, setTaking] = useState<Listing>();
  const listings = usePages(['market', 'listings', mine], (cursor) =>
    ask(
      api.GET('/api/v1/market/listings', {
        params: { query: { ...(mine && { mine: 'true' as const }), ...(cursor && { cursor }) } },
      }),
    ),
  );
  const again = () => Promise.all(['market', 'holdings'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  const cancel = useMutation({
    mutationFn: (id: string) => ask(api.POST('/api/v1/market/listings/{id}/cancel', { params: { path: { id } } })),
    onSettled: again,
  });
  const columns: LongColumn<Listing>[] = [
    {
      key: 'offer',
      title: t('market:offer'),
      text: ({ side, asset, behind }) =>
        [t(`market:side.${side}`), asset, behind && `${behind.name}（${behind.code}）`].filter(Boolean).join(' '),
      cell: ({ side, asset, behind }) => (
        <>
          <Tag color={side === 'supply' ? 'success' : 'processing'}>{t(`market:side.${side}`)}</Tag>
          {asset}
          {behind && <BehindAsset behind={behind} />}
        </>
      ),
      sub: {
        title: t('common:col.number'),
        text: ({ number, mode, note }) => [number, t(`market:mode.${mode}`), note].filter(Boolean).join(' · '),
      },
    },
    {
      key: 'price',
      title: t('market:price.each'),
      numeric: true,
      text: ({ price }) => price,
      words: ({ price, unit }) => `${groupDecimal(price)} / ${prettyUnit(unit)}`,
    },
    {
      key: 'remaining',
      title: t('market:remaining'),
      numeric: true,
      text: ({ remaining, quantity }) => `${remaining} / ${quantity}`,
      words: ({ remaining, quantity }) => `${groupDecimal(remaining)} / ${groupDecimal(quantity)}`,
    },
    { key: 'state', title: t('market:state'), wide: true, text: ({ status }) => t(`market:status.${status}`) },
    {
      key: 'do',
      act: true,
      title: t('common:actions'),
      width: 110,
      text: () => '',
      cell: (listing) =>
        trades &&
        listing.status === 'open' &&
        (listing.organisation !== null && mine ? (
          <Button size="small" onClick={() => cancel.mutate(listing.id)}>
            {t('market:cancel')}
          </Button>
        ) : (
          <Button
            size="small"
            type="primary"
            disabled={listing.behind?.stands === false}
            onClick={() => setTaking(listing)}
            data-test="take"
          >
            {t(listing.side === 'supply' ? 'market:buy' : 'market:sell')}
          </Button>
        )),
    },
  ];
  return (
    <section className="panel" data-test="board">
      <div className="panel-head">
        <h2>{t('market:board')}</h2>
        <div className="filters">
          {trades && (
            <Segmented
              options={[
                { value: 'open', label: t('market:open') },
                { value: 'mine', label: t('market:mine') },
              ]}
              value={mine ? 'mine' : 'open'}
              onChange={(value) => narrow({ offers: value === 'mine' ? 'mine' : undefined })}
              aria-label={t('market:board')}
            />
          )}
          {trades && (
            <Button type="primary" onClick={() => setOffering(true)} data-test="offer">
              {t('market:newOffer')}
            </Button>
          )}
        </div>
      </div>
      {cancel.error && <ProblemAlert error={cancel.error} />}
      <LongList
        name="listings"
        lines={3}
        label={t('market:board')}
        rowKey={({ id }) => id}
        columns={columns}
        query={listings}
        empty={<Nothing title={t('market:noOffers')} />}
      />
      {offering && <NewOffer onDone={() => (setOffering(false), void again())} onCancel={() => setOffering(false)} />}
      {taking && (
        <Take
          listing={taking}
          onDone={() => (setTaking(undefined), void again())}
          onCancel={() => setTaking(undefined)}
        />
      )}
    </section>
  );
}

/** The product of the catalogue that the offered shares stand on. */
function BehindAsset({ behind: { id, code, name, stands, open } }: { behind: NonNullable<Listing['behind']> }) {
  const { t } = useTranslation();
  const title = `${name}（${code}）`;
  return (
    <span className="sub">
      {open ? <Link to={`/ecoproducts/products/${id}`}>{title}</Link> : title}
      {!stands && (
        <>
          {' '}
          <Tag color="warning">{t('market:notPublished')}</Tag>
        </>
      )}
    </span>
  );
}

interface Values {
  side: 'supply' | 'demand';
  mode: 'listed' | 'block';
  asset: string;
  price: string;
  quantity: string;
  counterparty?: string;
  note?: string;
}

function NewOffer({ onDone, onCancel }: { onDone(): void; onCancel(): void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const mode = Form.useWatch('mode', form);
  const offer = useMutation({
    mutationFn: (body: Values) => ask(api.POST('/api/v1/market/listings', { body })),
    onSuccess: onDone,
  });
  const rules = [{ required: true, message: t('common:required') }];
  return (
    <Modal
      open
      title={t('market:newOffer')}
      okText={t('market:newOffer')}
      cancelText={t('common:cancel')}
      okButtonProps={{ loading: offer.isPending }}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      {offer.error && <ProblemAlert error={offer.error} />}
      <p className="muted">{t('market:holdHint')}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={(values) => offer.mutate(values)}
        initialValues={{ side: 'supply', mode: 'listed' }}
      >
        <Form.Item name="side" label={t('market:sideTitle')}>
          <Radio.Group
            options={(['supply', 'demand'] as const).map((value) => ({ value, label: t(`market:side.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="mode" label={t('market:modeTitle')}>
          <Radio.Group
            options={(['listed', 'block'] as const).map((value) => ({ value, label: t(`market:mode.${value}`) }))}
          />
        </Form.Item>
        {mode === 'block' && (
          <Form.Item name="counterparty" label={t('market:counterparty')} rules={rules}>
            <Input />
          </Form.Item>
        )}
        <Form.Item name="asset" label={t('market:asset')} rules={rules}>
          <Input data-test="offer-asset" />
        </Form.Item>
        <Form.Item name="price" label={t('market:price.each')} rules={rules}>
          <Input inputMode="decimal" data-test="offer-price" />
        </Form.Item>
        <Form.Item name="quantity" label={t('market:quantity')} rules={rules}>
          <Input inputMode="decimal" data-test="offer-quantity" />
        </Form.Item>
        <Form.Item name="note" label={t('market:note')}>
          <Input />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function Take({ listing, onDone, onCancel }: { listing: Listing; onDone(): void; onCancel(): void }) {
  const { t } = useTranslation();
  const [quantity, setQuantity] = useState<string | null>(listing.remaining);
  const take = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/market/listings/{id}/take', {
          params: { path: { id: listing.id } },
          body: { quantity: quantity ?? '' },
        }),
      ),
    onSuccess: onDone,
  });
  const act = t(listing.side === 'supply' ? 'market:buy' : 'market:sell');
  return (
    <Modal
      open
      title={`${act} ${listing.asset}`}
      okText={act}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !quantity, loading: take.isPending }}
      onOk={() => take.mutate()}
      onCancel={onCancel}
    >
      {take.error && <ProblemAlert error={take.error} />}
      <p>
        {t('market:takeHint', { price: listing.price, unit: prettyUnit(listing.unit), remaining: listing.remaining })}
      </p>
      <InputNumber<string>
        stringMode
        min="0"
        max={listing.remaining}
        value={quantity}
        onChange={setQuantity}
        style={{ width: '100%' }}
        aria-label={t('market:quantity')}
        data-test="take-quantity"
      />
    </Modal>
  );
}
