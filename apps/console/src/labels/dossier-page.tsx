import { DownloadOutlined, FilePdfOutlined, FileZipOutlined, ReadOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, ask } from '../api/client';
import { download } from '../api/files';
import type { Dossier } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { ConfidenceTag } from '../shared/confidence-tag';
import { day, period } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { LabelStatusTag } from '../shared/status-tag';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { WideTable } from '../shared/wide-table';
import { KindTag } from './kind-tag';
import { ReadinessPanel } from './readiness-panel';

export function DossierPage() {
  const { t } = useTranslation();
  const { number = '' } = useParams();
  useTitle(`${t('labels:dossier.title')} ${number}`);
  const dossier = useQuery({
    queryKey: ['dossier', number],
    queryFn: () => ask(api.GET('/api/v1/labels/{number}/dossier', { params: { path: { number } } })),
  });
  if (dossier.error) return <ProblemAlert error={dossier.error} onRetry={() => void dossier.refetch()} />;
  return dossier.data ? <Shown dossier={dossier.data} /> : <Waiting />;
}

function Shown({ dossier }: { dossier: Dossier }) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const { label, kind } = dossier;
  const lang = i18n.language.startsWith('en') ? 'en' : 'zh';
  const place = `/api/v1/labels/${encodeURIComponent(label.number)}`;
  const get = useMutation({ mutationFn: ([path, name]: [string, string]) => download(path, name) });
  const file = (what: string, ending: string) => () =>
    get.mutate([`${place}/${what}.${ending}?lang=${lang}`, `${what}-${label.number}.${ending}`]);
  const certificate = dossier.certificate.map((field): [string, string] => [text(field), text(field.value)]);
  return (
    <div className="page">
      <PageHead
        back={{ to: '/labels', text: t('labels:title') }}
        title={`${t('labels:dossier.title')} ${label.number}`}
        hint={`${label.productName} · ${label.organisation}`}
        actions={
          <>
            <Button
              icon={<ReadOutlined />}
              href={`${place}/dossier.html?lang=${lang}`}
              target="_blank"
              data-test="read"
            >
              {t('labels:dossier.read')}
            </Button>
            <Button
              icon={<FilePdfOutlined />}
              disabled={!dossier.pdf}
              title={dossier.pdf ? undefined : t('labels:dossier.noPdf')}
              loading={get.isPending}
              onClick={file('dossier', 'pdf')}
            >
              {t('labels:dossier.pdf')}
            </Button>
            <Button type="primary" icon={<FileZipOutlined />} onClick={file('dossier', 'zip')} data-test="archive">
              {t('labels:dossier.archive')}
            </Button>
          </>
        }
      />
      {get.error && <ProblemAlert error={get.error} />}
      {!dossier.pdf && <Alert type="info" showIcon title={t('labels:dossier.noPdf')} />}
      <section className="panel">
        <div className="panel-head">
          <h2>
            <KindTag kind={kind.code} /> <LabelStatusTag status={label.status} />
          </h2>
          <ConfidenceTag confidence={kind.confidence} />
        </div>
        <p className="label-value num">
          {groupDecimal(label.value)} <span className="headline-unit">{prettyUnit(label.unit)}</span>
        </p>
        <p>{text(kind.statement)}</p>
        {label.baseline && (
          <p>
            {t('labels:dossier.baseline')} <Link to={`/label/${label.baseline.number}`}>{label.baseline.number}</Link>{' '}
            <Tag color="success">−{label.baseline.reduction} %</Tag>
          </p>
        )}
        {label.offset && (
          <p>
            {t('labels:dossier.offset', {
              amount: groupDecimal(label.offset.amount),
              quantity: groupDecimal(label.offset.quantity),
            })}{' '}
            <span className="muted">
              {label.offset.asset} {label.offset.serials.join('; ')}
            </span>
          </p>
        )}
        <ul className="plain-list muted">
          {kind.rules.map((rule) => (
            <li key={rule.en}>{text(rule)}</li>
          ))}
        </ul>
      </section>
      <section className="panel">
        <div className="panel-head">
          <h2>{t('labels:dossier.certificate')}</h2>
          <span>
            <Button
              size="small"
              icon={<ReadOutlined />}
              href={`${place}/certificate.html?lang=${lang}`}
              target="_blank"
            >
              {t('labels:dossier.print')}
            </Button>{' '}
            {dossier.pdf && (
              <Button size="small" icon={<DownloadOutlined />} onClick={file('certificate', 'pdf')}>
                PDF
              </Button>
            )}
          </span>
        </div>
        {dossier.certificateProvisional && (
          <Alert type="warning" showIcon title={t('labels:dossier.provisionalTemplate')} style={{ marginBottom: 12 }} />
        )}
        <dl className="facts">
          {certificate.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="panel">
        <h2>{t('labels:dossier.contents')}</h2>
        <dl className="facts">
          {(
            [
              [t('labels:dossier.lines'), dossier.lines],
              [t('labels:dossier.factors'), dossier.factors],
              [t('labels:dossier.auditEntries'), dossier.auditEntries],
              [t('labels:dossier.surveillance'), dossier.surveillance.map((due) => day(due)).join(', ')],
              [
                t('labels:dossier.filing'),
                <Link key="f" to={`/filings/${dossier.filing}`}>
                  {dossier.filingNumber}
                </Link>,
              ],
              [t('labels:field.sheetHash'), <code key="s">{dossier.sheetHash}</code>],
              [t('labels:dossier.inputHash'), <code key="i">{dossier.inputHash}</code>],
              [t('labels:field.resultHash'), <code key="r">{dossier.resultHash}</code>],
            ] as const
          ).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="num">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="panel">
        <h2>{t('labels:dossier.once')}</h2>
        <p className="muted">{t('labels:dossier.onceHint')}</p>
        <WideTable
          label={t('labels:dossier.once')}
          rowKey="number"
          dataSource={dossier.claims}
          locale={{ emptyText: t('labels:dossier.noClaims') }}
          columns={[
            { title: t('labels:dossier.entry'), dataIndex: 'number', className: 'num' },
            { title: t('labels:dossier.subject'), dataIndex: 'subject' },
            { title: t('labels:dossier.serials'), dataIndex: 'serials', className: 'num' },
            { title: t('labels:field.period'), className: 'num', render: (_, { from, to }) => period(from, to) },
          ]}
        />
      </section>
      <ReadinessPanel items={dossier.readiness} filing={dossier.filing} label={label.number} />
    </div>
  );
}
