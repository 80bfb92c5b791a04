import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import { Listing } from '../exchange/listing';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { day } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';
import { LinkActions } from './link-actions';
import { RequestModal } from './request-modal';
import { type SupplierLink, useLinks } from './use-links';

const colours = { requested: 'processing', consented: 'success', refused: 'error', withdrawn: 'default' } as const;

/** Whose footprints our products take, and who takes ours: asked, consented, withdrawn, renewed. */
export function SuppliersPage() {
  const { t } = useTranslation();
  const mine = hasRole(useUser(), 'filer');
  const [asking, setAsking] = useState(false);
  useTitle(t('suppliers:title'));
  const query = usePages(['supplier-links'], (cursor) =>
    ask(api.GET('/api/v1/supplier-links', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const change = useLinks();
  const waiting = (query.items ?? []).filter(
    (link) =>
      (link.side === 'supplier' && link.state === 'requested') ||
      (link.side === 'taker' && link.proposedLabel !== null),
  ).length;
  return (
    <div className="page">
      <PageHead
        title={t('suppliers:title')}
        hint={t('suppliers:hint')}
        actions={
          mine && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAsking(true)} data-test="add">
              {t('suppliers:request')}
            </Button>
          )
        }
      />
      {waiting > 0 && <Alert type="info" showIcon title={t('suppliers:waiting', { count: waiting })} />}
      {change.error && <ProblemAlert error={change.error} />}
      <Listing<SupplierLink>
        label={t('suppliers:title')}
        empty={{ title: t('suppliers:none'), hint: t('suppliers:noneHint') }}
        query={query}
        columns={[
          {
            title: t('suppliers:takes'),
            render: (_, { takerProduct, takerName, takerFiling, side }) => (
              <div className="stack">
                <strong>{takerProduct}</strong>
                <span className="sub">{takerName}</span>
                {takerFiling && side === 'taker' && <Link to={`/filings/${takerFiling}`}>{t('suppliers:filing')}</Link>}
              </div>
            ),
          },
          {
            title: t('suppliers:of'),
            render: (_, { product, supplierName }) => (
              <div className="stack">
                <strong>{product}</strong>
                <span className="sub">{supplierName}</span>
              </div>
            ),
          },
          {
            title: t('suppliers:state'),
            render: (_, link) => (
              <div className="stack">
                <span>
                  <Tag color={colours[link.state]}>{t(`suppliers:stateOf.${link.state}`)}</Tag>
                  {link.disclosure && <Tag>{t(`suppliers:level.${link.disclosure}`)}</Tag>}
                </span>
                {link.note && <span className="sub">{link.note}</span>}
                {link.state === 'requested' && link.reason && <span className="sub">{link.reason}</span>}
                {link.circle.length > 0 && (
                  <span className="sub">
                    {t('suppliers:circle', {
                      circle: [...link.circle, link.circle[0]!].map(({ product }) => product).join(' → '),
                    })}
                  </span>
                )}
              </div>
            ),
          },
          {
            title: t('suppliers:version'),
            render: (_, link) => (
              <div className="stack">
                {link.roundValue ? (
                  <span className="num">
                    {groupDecimal(Number(link.roundValue).toPrecision(8))} {prettyUnit(link.roundUnit ?? '')}
                  </span>
                ) : (
                  link.labelNumber && <a href={`/label/${link.labelNumber}`}>{link.labelNumber}</a>
                )}
                {link.roundId && <span className="sub">{t('suppliers:jointRun')}</span>}
                {link.proposedLabel && (
                  <span>
                    {t('suppliers:proposed')} <a href={`/label/${link.proposedLabel}`}>{link.proposedLabel}</a>
                  </span>
                )}
                {link.side === 'taker' && link.state === 'consented' && (
                  <Typography.Text code copyable={{ text: `supplier:${link.id}` }}>
                    supplier:{link.id.slice(0, 8)}…
                  </Typography.Text>
                )}
              </div>
            ),
          },
          { title: t('suppliers:since'), className: 'num', render: (_, { requestedAt }) => day(requestedAt) },
          {
            title: t('suppliers:actions'),
            render: (_, link) => mine && <LinkActions link={link} change={change} />,
          },
        ]}
      />
      {asking && <RequestModal onClose={() => setAsking(false)} />}
    </div>
  );
}
