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
        name="suppliers"
        label={t('suppliers:title')}
        empty={{ title: t('suppliers:none'), hint: t('suppliers:noneHint') }}
        query={query}
        lines={4}
        columns={[
          {
            key: 'takes',
            title: t('suppliers:takes'),
            text: ({ takerProduct }) => takerProduct,
            sub: {
              title: t('suppliers:taker'),
              text: ({ takerName }) => takerName,
              cell: ({ takerName, takerFiling, side }) => (
                <>
                  {takerName}
                  {takerFiling && side === 'taker' && (
                    <>
                      {' · '}
                      <Link to={`/filings/${takerFiling}`}>{t('suppliers:filing')}</Link>
                    </>
                  )}
                </>
              ),
            },
          },
          {
            key: 'of',
            title: t('suppliers:of'),
            text: ({ product }) => product,
            sub: { title: t('suppliers:supplier'), text: ({ supplierName }) => supplierName },
          },
          {
            key: 'state',
            title: t('suppliers:state'),
            text: ({ state, disclosure }) =>
              [t(`suppliers:stateOf.${state}`), disclosure && t(`suppliers:level.${disclosure}`)]
                .filter(Boolean)
                .join(' · '),
            cell: ({ state, disclosure }) => (
              <>
                <Tag color={colours[state]}>{t(`suppliers:stateOf.${state}`)}</Tag>
                {disclosure && <Tag>{t(`suppliers:level.${disclosure}`)}</Tag>}
              </>
            ),
            sub: {
              title: t('common:col.note'),
              text: ({ note, state, reason, circle }) =>
                [
                  note,
                  state === 'requested' && reason,
                  circle.length > 0 &&
                    t('suppliers:circle', {
                      circle: [...circle, circle[0]!].map(({ product }) => product).join(' → '),
                    }),
                ]
                  .filter(Boolean)
                  .join(' · '),
            },
          },
          {
            key: 'version',
            title: t('suppliers:version'),
            text: ({ roundValue, roundUnit, labelNumber }) =>
              roundValue ? `${roundValue} ${roundUnit ?? ''}` : (labelNumber ?? ''),
            cell: (link) => <Version link={link} />,
          },
          { key: 'since', title: t('suppliers:since'), wide: true, text: ({ requestedAt }) => day(requestedAt) },
          {
            key: 'do',
            act: true,
            title: t('suppliers:actions'),
            width: 220,
            text: () => '',
            cell: (link) => mine && <LinkActions link={link} change={change} />,
          },
        ]}
      />
      {asking && <RequestModal onClose={() => setAsking(false)} />}
    </div>
  );
}

/** Which figure is taken: a label's, or what was solved together with others. */
function Version({ link }: { link: SupplierLink }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      {link.roundValue ? (
        <span className="num">
          {groupDecimal(Number(link.roundValue).toPrecision(8))} {prettyUnit(link.roundUnit ?? '')}
        </span>
      ) : (
        link.labelNumber && <Link to={`/label/${link.labelNumber}`}>{link.labelNumber}</Link>
      )}
      {link.roundId && <span className="sub">{t('suppliers:jointRun')}</span>}
      {link.proposedLabel && (
        <span>
          {t('suppliers:proposed')} <Link to={`/label/${link.proposedLabel}`}>{link.proposedLabel}</Link>
        </span>
      )}
      {link.side === 'taker' && link.state === 'consented' && (
        <Typography.Text code copyable={{ text: `supplier:${link.id}` }}>
          supplier:{link.id.slice(0, 8)}…
        </Typography.Text>
      )}
    </div>
  );
}
