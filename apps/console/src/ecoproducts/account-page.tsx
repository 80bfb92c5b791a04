/** One GEP account: services by ecosystems, classes, market and not, how far it may be off, and whether it holds. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { api, ask } from '../api/client';
import type { Gep, GepUncertainty } from '../api/types';
import { percentOf } from '../numbers/decimal';
import { useMoney } from '../numbers/use-quantities';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionName } from '../shared/use-regions';
import { useChoice, useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { WideTable } from '../shared/wide-table';
import { Findings } from './audit-page';
import { PriceSeries } from './price-series';
import { useServices } from './services';
import { TakeSeea } from './take-seea';

export function AccountPage() {
  const { t } = useTranslation();
  const money = useMoney('yi');
  const { id = '' } = useParams();
  const regionName = useRegionName();
  const filer = hasRole(useUser(), 'filer');
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['gep-account', id],
    queryFn: () => ask(api.GET('/api/v1/ecoproduct/accounts/{filing}', { params: { path: { filing: id } } })),
  });
  const audit = useQuery({
    queryKey: ['gep-account', id, 'audit'],
    queryFn: () => ask(api.GET('/api/v1/ecoproduct/audits/filings/{id}', { params: { path: { id } } })),
  });
  useTitle(query.data?.title);
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  const account = query.data;
  if (!account) return <Waiting />;
  return (
    <div className="page">
      <PageHead
        back={{ to: '/ecoproducts/accounts', text: t('ecoproducts:nav.accounts') }}
        title={account.title}
        hint={`${regionName(account.region)} · ${account.from} – ${account.to} · ${account.statement}`}
        actions={
          <>
            {filer && <TakeSeea account={account} onTaken={(seea) => void navigate(`/ecoproducts/seea/${seea}`)} />}
            <Link to={`/filings/${id}`}>{t('ecoproducts:accounts.filing')}</Link>
          </>
        }
      />
      <section className="panel">
        <span className="muted">GEP</span>
        <div>
          <span className="eco-big num">{money.of(account.gep)}</span> {money.after}
        </div>
        <div className="eco-two" style={{ marginTop: 12 }}>
          <Bars
            title={t('ecoproducts:class')}
            of={account.classes}
            total={account.gep}
            name={(key) => t(`ecoproducts:classes.${key}`)}
          />
          <Bars
            title={t('ecoproducts:accounts.pricing')}
            of={account.pricing}
            total={account.gep}
            name={(key) => t(`ecoproducts:pricing.${key}`)}
          />
        </div>
        {account.outside && !/^0(\.0+)?$/.test(account.outside) && (
          <p className="muted">{t('ecoproducts:accounts.deducted', { value: money.said(account.outside) })}</p>
        )}
      </section>
      <Matrix account={account} />
      <PriceSeries region={account.region} />
      <Uncertainty account={account} own={filer} />
      {audit.data?.items.map((sheet, i) => (
        <Findings key={i} sheet={sheet} />
      ))}
    </div>
  );
}

function Bars({
  title,
  of,
  total,
  name,
}: {
  title: string;
  of: Record<string, string>;
  total: string;
  name(key: string): string;
}) {
  const money = useMoney('yi');
  return (
    <div className="stack">
      <strong>{title}</strong>
      {Object.entries(of).map(([key, value]) => {
        const share = percentOf(value, total, 1) ?? '0.0';
        return (
          <div key={key} className="bar-row">
            <span>{name(key)}</span>
            <span className="bar-track">
              <span className="bar-fill" style={{ display: 'block', width: `${share}%` }} />
            </span>
            <span className="num">
              {money.of(value)} <span className="muted">{share} %</span>
            </span>
          </div>
        );
      })}
    </div>
  );
}

function Matrix({ account }: { account: Gep }) {
  const { t } = useTranslation();
  const money = useMoney('yi');
  const choice = useChoice();
  const text = useText();
  const services = useServices().data;
  // Published tables name their services in words; ours carry the code.
  const serviceName = (said: string) => {
    const known = services?.find(({ code, zh }) => code === said || zh === said);
    return known ? text(known) : choice(said);
  };
  const columns: TableColumnsType<Gep['rows'][number]> = [
    {
      title: `${t('ecoproducts:accounts.service')} (${money.unit})`,
      fixed: 'start',
      render: (_, { service, class: type }) => (
        <div className="stack">
          <span>{serviceName(service)}</span>
          <span className="sub">{t(`ecoproducts:classes.${type}`)}</span>
        </div>
      ),
    },
    ...account.ecosystems.map((ecosystem) => ({
      title: choice(ecosystem),
      align: 'end' as const,
      className: 'num',
      render: (_: unknown, { cells }: Gep['rows'][number]) => (cells[ecosystem] ? money.of(cells[ecosystem]) : ''),
    })),
    {
      title: t('ecoproducts:accounts.total'),
      align: 'end',
      className: 'num',
      render: (_, { total }) => <strong>{money.of(total)}</strong>,
    },
  ];
  return (
    <section className="panel" data-test="gep-matrix">
      <h2>{`${t('ecoproducts:accounts.matrix')} (${money.unit})`}</h2>
      <WideTable
        label={t('ecoproducts:accounts.matrix')}
        rowKey="service"
        columns={columns}
        dataSource={account.rows}
        summary={() => (
          <tr>
            <th scope="row" className="ant-table-cell" style={{ textAlign: 'start' }}>
              {t('ecoproducts:accounts.total')}
            </th>
            {account.ecosystems.map((ecosystem) => (
              <td key={ecosystem} className="ant-table-cell num right">
                {money.of(account.totals[ecosystem]!)}
              </td>
            ))}
            <td className="ant-table-cell num right">
              <strong>{money.of(account.gep)}</strong>
            </td>
          </tr>
        )}
      />
    </section>
  );
}

interface Values {
  name: string;
  services: string[];
  low: string;
  high: string;
  seed: number;
}

function Uncertainty({ account, own }: { account: Gep; own: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const draw = useMutation({
    mutationFn: ({ name, services, low, high, seed }: Values) => {
      const known = account.uncertainty?.settings.spreads ?? [];
      const spread = { name, services, low, mode: '1', high, distribution: 'triangular' as const };
      return ask(
        api.POST('/api/v1/ecoproduct/accounts/{filing}/uncertainty', {
          params: { path: { filing: account.filing } },
          body: { seed, draws: 10_000, spreads: [...known.filter((one) => one.name !== name), spread] },
        }),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['gep-account', account.filing] }),
  });
  const rules = [{ required: true, message: t('common:required') }];
  return (
    <section className="panel" data-test="uncertainty">
      <h2>{t('ecoproducts:uncertainty.title')}</h2>
      {account.uncertainty ? (
        <Drawn of={account.uncertainty} gep={account.gep} />
      ) : (
        <p className="muted">{t('ecoproducts:uncertainty.none')}</p>
      )}
      {own && (
        <Form
          layout="vertical"
          initialValues={{ low: '0.8', high: '1.2', seed: 1 }}
          onFinish={(values: Values) => draw.mutate(values)}
        >
          <div className="filters" style={{ alignItems: 'end' }}>
            <Form.Item name="name" label={t('ecoproducts:uncertainty.parameter')} rules={rules}>
              <Input />
            </Form.Item>
            <Form.Item name="services" label={t('ecoproducts:uncertainty.services')} rules={rules}>
              <Select
                mode="multiple"
                style={{ minWidth: 180 }}
                options={account.rows.map(({ service }) => ({ value: service, label: service }))}
              />
            </Form.Item>
            <Form.Item name="low" label={t('ecoproducts:uncertainty.low')} rules={rules}>
              <Input inputMode="decimal" style={{ width: 90 }} />
            </Form.Item>
            <Form.Item name="high" label={t('ecoproducts:uncertainty.high')} rules={rules}>
              <Input inputMode="decimal" style={{ width: 90 }} />
            </Form.Item>
            <Form.Item name="seed" label={t('ecoproducts:uncertainty.seed')} rules={rules}>
              <InputNumber min={0} max={4_294_967_295} precision={0} />
            </Form.Item>
            <Form.Item>
              <Button htmlType="submit" loading={draw.isPending}>
                {t('ecoproducts:uncertainty.draw')}
              </Button>
            </Form.Item>
          </div>
        </Form>
      )}
      {draw.error && <ProblemAlert error={draw.error} />}
    </section>
  );
}

function Drawn({ of, gep }: { of: GepUncertainty; gep: string }) {
  const { t } = useTranslation();
  const money = useMoney('yi');
  const widest = of.tornado[0] && BigInt(of.tornado[0].high) - BigInt(of.tornado[0].low);
  return (
    <div className="stack" style={{ gap: 10 }}>
      <dl className="facts">
        {(['p5', 'p50', 'p95'] as const).map((key) => (
          <div key={key}>
            <dt>{key.toUpperCase()}</dt>
            <dd className="num">
              {money.said(of.gep[key])} <span className="muted">{percentOf(of.gep[key], gep, 1)} %</span>
            </dd>
          </div>
        ))}
      </dl>
      {of.tornado.map(({ name, low, high }) => (
        <div key={name} className="bar-row">
          <span>{name}</span>
          <span className="bar-track">
            <span
              className="bar-fill"
              style={{
                display: 'block',
                width: `${widest ? Number(((BigInt(high) - BigInt(low)) * 100n) / widest) : 0}%`,
              }}
            />
          </span>
          <span className="num">{`${money.of(low)} – ${money.said(high)}`}</span>
        </div>
      ))}
      <p className="muted">
        {t('ecoproducts:uncertainty.settings', {
          seed: of.settings.seed,
          draws: of.settings.draws,
          hash: of.hash.slice(0, 12),
        })}
      </p>
    </div>
  );
}
