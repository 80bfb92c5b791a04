/** The auditor of accounts: a table that others published is pasted or uploaded, and what cannot be is named. */
import { UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Tag, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { upload } from '../api/files';
import type { AccountAudit } from '../api/types';
import { FaultList } from '../shared/fault-list';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { EcoNav } from './eco-nav';

const colours = { fault: 'error', doubt: 'warning', note: 'default' } as const;

export function AuditPage() {
  const { t } = useTranslation();
  useTitle(t('ecoproducts:audit.title'));
  const [text, setText] = useState('');
  const audit = useMutation({
    mutationFn: (given: string | File) =>
      typeof given === 'string'
        ? ask(api.POST('/api/v1/ecoproduct/audits', { body: { text: given } }))
        : upload<{ items: AccountAudit[] }>('/api/v1/ecoproduct/audits/file', given),
  });
  return (
    <div className="page">
      <PageHead title={t('ecoproducts:audit.title')} hint={t('ecoproducts:audit.hint')} />
      <EcoNav />
      <section className="panel">
        <label htmlFor="account-table">{t('ecoproducts:audit.paste')}</label>
        <Input.TextArea
          id="account-table"
          value={text}
          onChange={({ target }) => setText(target.value)}
          autoSize={{ minRows: 6, maxRows: 16 }}
          placeholder={t('ecoproducts:audit.placeholder')}
          spellCheck={false}
        />
        <div className="filters" style={{ marginTop: 12 }}>
          <Button
            type="primary"
            disabled={!text.trim()}
            loading={audit.isPending}
            onClick={() => audit.mutate(text)}
            data-test="audit"
          >
            {t('ecoproducts:audit.check')}
          </Button>
          <Upload accept=".xlsx,.csv,.txt" showUploadList={false} beforeUpload={(file) => (audit.mutate(file), false)}>
            <Button icon={<UploadOutlined />}>{t('ecoproducts:audit.upload')}</Button>
          </Upload>
        </div>
      </section>
      {audit.error && <ProblemAlert error={audit.error} />}
      {audit.data?.items.map((sheet, i) => (
        <Findings key={i} sheet={sheet} />
      ))}
    </div>
  );
}

export function Findings({ sheet }: { sheet: AccountAudit }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <section className="panel" data-test="findings" aria-live="polite">
      <h2>
        {sheet.worksheet ? `${sheet.worksheet} · ` : ''}
        {t('ecoproducts:audit.read', { lines: sheet.lines, findings: sheet.findings.length })}
      </h2>
      {sheet.unread.length > 0 && (
        <>
          <h3>{t('ecoproducts:audit.unread')}</h3>
          <FaultList faults={sheet.unread} />
        </>
      )}
      {!sheet.findings.length && sheet.lines > 0 && <p>{t('ecoproducts:audit.clean')}</p>}
      <ul className="finding-list">
        {sheet.findings.map(({ severity, code, row, column, line, message, remedy, expected, found }, i) => (
          <li key={i} className={`finding ${severity}`}>
            <div className="finding-head">
              <Tag color={colours[severity]}>{t(`ecoproducts:severity.${severity}`)}</Tag>
              <strong>{line}</strong>
              <span className="muted">
                {t('ecoproducts:audit.place', { row, column })} · <code>{code}</code>
              </span>
            </div>
            <span>{text(message)}</span>
            <span className="num muted">{t('ecoproducts:audit.figures', { expected, found })}</span>
            {remedy && <span className="muted">{text(remedy)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
