import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import type { PublicLabel } from '../api/types';
import { ProblemAlert } from '../shared/problem-alert';
import { verify } from './verify-jws';

async function keysOfTheService() {
  const response = await fetch('/.well-known/jwks.json').catch(() => undefined);
  if (!response?.ok) throw new Problem(response?.status ?? 0, response ? 'SERVER' : 'NETWORK', '');
  return ((await response.json()) as { keys: (JsonWebKey & { kid?: string })[] }).keys;
}

export function SignatureCheck({ shown }: { shown: PublicLabel }) {
  const { t } = useTranslation();
  const check = useMutation({ mutationFn: async () => verify(shown.label, shown.jws, await keysOfTheService()) });
  const verdict = check.data;
  const genuine = verdict?.outcome === 'genuine';
  return (
    <section className="panel signature">
      <div className="panel-head">
        <h2>{t('labels:signature.title')}</h2>
        <Button
          icon={<SafetyCertificateOutlined />}
          loading={check.isPending}
          onClick={() => check.mutate()}
          data-test="verify"
        >
          {t('labels:signature.check')}
        </Button>
      </div>
      <p className="muted">{t('labels:signature.hint')}</p>
      {check.error && <ProblemAlert error={check.error} />}
      {verdict && (
        <Alert
          type={genuine ? 'success' : verdict.outcome === 'unsupported' ? 'info' : 'error'}
          showIcon
          role="alert"
          data-outcome={verdict.outcome}
          title={t(`labels:signature.${verdict.outcome}`)}
          description={
            genuine
              ? t('labels:signature.fields', { count: verdict.fields, kid: verdict.kid })
              : verdict.outcome === 'altered'
                ? t('labels:signature.differing', {
                    fields: verdict.differing.map((name) => t(`labels:field.${name}`)).join(', '),
                  })
                : undefined
          }
        />
      )}
      <details>
        <summary>{t('labels:signature.jws')}</summary>
        <code className="jws">{shown.jws}</code>
      </details>
    </section>
  );
}
