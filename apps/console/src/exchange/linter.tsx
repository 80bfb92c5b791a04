import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { ProblemAlert } from '../shared/problem-alert';
import { Findings } from './findings';
import { useExchange } from './use-exchange';

/** A footprint as JSON, alone or as a host answers it (`{"data": …}`). */
function footprintIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const inner = typeof value === 'object' && value !== null && 'data' in value ? value.data : value;
    const one: unknown = Array.isArray(inner) ? inner[0] : inner;
    return typeof one === 'object' && one !== null ? one : undefined;
  } catch {
    return undefined;
  }
}

export function Linter() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [broken, setBroken] = useState(false);
  const lint = useExchange((footprint: object) =>
    ask(api.POST('/api/v1/pact/lint', { body: { footprint: footprint as Record<string, never> } })),
  );
  const check = () => {
    const footprint = footprintIn(text);
    setBroken(!footprint);
    if (footprint) lint.mutate(footprint);
  };
  return (
    <div className="exchange-view">
      <p className="muted">{t('exchange:lintHint')}</p>
      <Input.TextArea
        aria-label={t('exchange:lintLabel')}
        className="num"
        rows={14}
        value={text}
        spellCheck={false}
        placeholder='{"id": "…", "specVersion": "3.0.3", "pcf": {…}}'
        onChange={({ target }) => setText(target.value)}
      />
      <div>
        <Button type="primary" onClick={check} loading={lint.isPending} disabled={!text.trim()} data-test="lint">
          {t('exchange:lintRun')}
        </Button>
      </div>
      {broken && <Alert type="error" showIcon role="alert" title={t('exchange:notJson')} />}
      {lint.error && <ProblemAlert error={lint.error} />}
      {lint.data && !broken && (
        <section className="panel" data-test="findings">
          <h2>{t('exchange:found', { errors: lint.data.errors, warnings: lint.data.warnings })}</h2>
          <Findings findings={lint.data.findings} />
        </section>
      )}
    </div>
  );
}
