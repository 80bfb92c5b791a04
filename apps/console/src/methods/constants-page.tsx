/** Constants that a sheet holds as provisional: entered from the official text by one person, approved by another. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, ask } from '../api/client';
import type { ConstantsEntry, MethodConstants } from '../api/types';
import { groupDecimal, isDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { ConfidenceTag } from '../shared/confidence-tag';
import { moment } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { WideTable } from '../shared/wide-table';
import { EnterConstants } from './enter-constants';
import { constantId, keysOf } from './provisional';
import { useMethodName } from './use-methods';
import './methods.css';

const colours = { entered: 'processing', approved: 'success', returned: 'warning', withdrawn: 'default' } as const;
const shown = (value: string) => (isDecimal(value) ? groupDecimal(value) : value);
const unitOf = (unit: string) => (unit === '1' ? '' : prettyUnit(unit));

export function ConstantsPage() {
  const { t } = useTranslation();
  const { domain = '', name = '' } = useParams();
  const user = useUser();
  const methodName = useMethodName();
  const [again, setAgain] = useState(false);
  const id = `${domain}/${name}`;
  useTitle(t('methods:constants.title'));
  const query = useQuery({
    queryKey: ['method-constants', id],
    queryFn: () => ask(api.GET('/api/v1/methods/{domain}/{name}/constants', { params: { path: { domain, name } } })),
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Waiting />;
  const { issuable, inForce, entries, needed, rows } = query.data;
  const nothing = needed.length + rows.length === 0;
  const open = rows.filter(({ provisional }) => provisional).length;
  const may = hasRole(user, 'method_admin', 'reviewer');
  const waiting = entries.some(({ status }) => status === 'entered');
  return (
    <div className="page">
      <PageHead
        back={{ to: `/methods/${id}`, text: methodName(id) }}
        title={t('methods:constants.title')}
        hint={t('methods:constants.hint')}
      />
      {nothing && <Alert type="success" showIcon title={t('methods:constants.none')} />}
      {needed.length > 0 && (
        <Alert
          type={issuable ? 'success' : 'warning'}
          showIcon
          data-test="standing"
          title={t(issuable ? 'methods:constants.issuable' : 'methods:constants.blocked', {
            number: inForce.join('、'),
          })}
        />
      )}
      {rows.length > 0 && (
        <Alert
          type={open ? 'warning' : 'success'}
          showIcon
          data-test="rows-standing"
          title={t('methods:constants.rowsStanding', { open, count: rows.length })}
        />
      )}
      {entries.map((entry) => (
        <Entry key={entry.id} all={query.data} entry={entry} may={may} />
      ))}
      {!nothing &&
        !waiting &&
        may &&
        (inForce.length === 0 || again ? (
          <EnterConstants key={entries.length} all={query.data} />
        ) : (
          <span>
            <Button onClick={() => setAgain(true)}>{t('methods:constants.again')}</Button>
          </span>
        ))}
      {!nothing && !may && <Needed all={query.data} />}
    </div>
  );
}

function Needed({ all }: { all: MethodConstants }) {
  const { t } = useTranslation();
  const text = useText();
  const open = [
    ...all.needed.map((parameter) => ({ ...parameter, title: text(parameter.title), keys: undefined })),
    ...all.rows
      .filter(({ provisional }) => provisional)
      .map((row) => ({ ...row, title: `${text(row.title)} · ${keysOf(row)}` })),
  ];
  if (!open.length) return null;
  return (
    <section className="panel">
      <h2>{t('methods:constants.needed')}</h2>
      <WideTable
        label={t('methods:constants.needed')}
        rowKey={constantId}
        dataSource={open}
        columns={[
          { title: t('methods:constants.constant'), dataIndex: 'title' },
          {
            title: t('methods:constants.recalled'),
            align: 'end',
            className: 'num',
            render: (_, { values, unit }) => `${shown(values[0]?.value ?? '')} ${unitOf(unit)}`,
          },
          {
            title: t('methods:source'),
            render: (_, { values }) => (
              <span className="muted">
                {values[0]?.source} <ConfidenceTag confidence="provisional" />
              </span>
            ),
          },
        ]}
      />
    </section>
  );
}

function Entry({ all, entry, may }: { all: MethodConstants; entry: ConstantsEntry; may: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const { document, status, number } = entry;
  const of = (constant: { name: string; keys?: string[] }) =>
    constant.keys
      ? all.rows.find((row) => constantId(row) === constantId(constant))
      : all.needed.find(({ name }) => name === constant.name);
  return (
    <section className="panel rooms" data-test="entry">
      <div className="panel-head">
        <h2>
          {t('methods:constants.entry', { number })}{' '}
          <Tag color={colours[status]}>{t(`methods:constants.status.${status}`)}</Tag>
          {all.inForce.includes(number) && <Tag color="success">{t('methods:constants.inForce')}</Tag>}
          {entry.sheetHash !== all.sheetHash && <Tag>{t('methods:constants.olderSheet')}</Tag>}
        </h2>
        <span className="muted">
          {t('methods:constants.enteredBy', { name: entry.enterer, at: moment(entry.enteredAt) })}
        </span>
      </div>
      <p>
        {document.number} {document.title} {document.publishedOn && <span className="num">{document.publishedOn}</span>}{' '}
        {document.url && (
          <a href={document.url} target="_blank" rel="noreferrer">
            {t('methods:constants.openDocument')}
          </a>
        )}
        <span className="muted"> · {t('methods:constants.holdsFrom', { day: entry.validFrom })}</span>
      </p>
      <WideTable
        label={t('methods:constants.entry', { number })}
        rowKey={constantId}
        dataSource={entry.constants}
        columns={[
          {
            title: t('methods:constants.constant'),
            render: (_, constant) =>
              [text(of(constant)?.title) || constant.name, constant.keys?.join(' / ')].filter(Boolean).join(' · '),
          },
          {
            title: t('methods:constants.recalled'),
            align: 'end',
            className: 'num muted',
            render: (_, constant) => shown(of(constant)?.values[0]?.value ?? '–'),
          },
          {
            title: t('methods:constants.official'),
            align: 'end',
            className: 'num',
            render: (_, constant) => {
              const { value, unit } = constant;
              const before = of(constant)?.values[0]?.value;
              const differs = isDecimal(value) ? Number(before) !== Number(value) : before !== value;
              return (
                <span className="differing">
                  {differs && <Tag color="warning">{t('methods:constants.differs')}</Tag>}
                  <strong>{shown(value)}</strong> {unitOf(unit)}
                </span>
              );
            },
          },
          {
            title: t('methods:constants.clause'),
            render: (_, { clause, page }) =>
              [clause, page && t('methods:constants.onPage', { page })].filter(Boolean).join(' · '),
          },
        ]}
      />
      {entry.formulas && (
        <p className="muted">{t('methods:constants.formulasAt', { clause: entry.formulas.clause })}</p>
      )}
      {entry.decider && (
        <Alert
          showIcon
          type={status === 'approved' ? 'success' : 'warning'}
          title={`${entry.decider} · ${moment(entry.decidedAt)}`}
          description={entry.remarks || undefined}
        />
      )}
      {status === 'entered' && may && <Decide all={all} entry={entry} />}
    </section>
  );
}

function Decide({ all, entry }: { all: MethodConstants; entry: ConstantsEntry }) {
  const { t } = useTranslation();
  const user = useUser();
  const client = useQueryClient();
  const [remarks, setRemarks] = useState('');
  const [domain = '', name = ''] = all.method.split('/');
  const path = { params: { path: { domain, name, number: entry.number } } };
  const again = () => client.invalidateQueries({ queryKey: ['method-constants', all.method] });
  const decide = useMutation({
    mutationFn: (decision: 'approve' | 'return') =>
      ask(
        api.POST('/api/v1/methods/{domain}/{name}/constants/{number}/decision', {
          ...path,
          body: { decision, remarks },
        }),
      ),
    onSettled: again,
  });
  const withdraw = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/methods/{domain}/{name}/constants/{number}/withdraw', path)),
    onSettled: again,
  });
  if (entry.enteredBy === user.id)
    return (
      <div className="rooms">
        <p className="muted">{t('methods:constants.otherPerson')}</p>
        {withdraw.error && <ProblemAlert error={withdraw.error} />}
        <span>
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('methods:constants.withdraw')}
          </Button>
        </span>
      </div>
    );
  return (
    <div className="rooms" data-test="decide">
      <p className="muted">{t('methods:constants.decideHint')}</p>
      <Input.TextArea
        rows={2}
        maxLength={2000}
        value={remarks}
        aria-label={t('methods:constants.remarks')}
        placeholder={t('methods:constants.remarks')}
        onChange={({ target }) => setRemarks(target.value)}
      />
      {decide.error && <ProblemAlert error={decide.error} />}
      <div className="filters">
        <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate('approve')}>
          {t('methods:constants.approve')}
        </Button>
        <Button disabled={!remarks.trim()} loading={decide.isPending} onClick={() => decide.mutate('return')}>
          {t('methods:constants.return')}
        </Button>
      </div>
    </div>
  );
}
