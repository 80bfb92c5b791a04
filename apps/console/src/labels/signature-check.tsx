import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import type { PublicLabel } from '../api/types';
import { PlainAlert, PlainButton, PlainIcon, PlainProblem } from '../shared/plain/plain';
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
        <PlainButton busy={check.isPending} onClick={() => check.mutate()} data-test="verify">
          <PlainIcon name="check" /> {t('labels:signature.check')}
        </PlainButton>
      </div>
      <p className="muted">{t('labels:signature.hint')}</p>
      {check.error && <PlainProblem error={check.error} />}
      {verdict && (
        <div data-outcome={verdict.outcome}>
          <PlainAlert
            kind={genuine ? 'success' : verdict.outcome === 'unsupported' ? 'info' : 'error'}
            title={t(`labels:signature.${verdict.outcome}`)}
          >
            {genuine
              ? t('labels:signature.fields', { count: verdict.fields, kid: verdict.kid })
              : verdict.outcome === 'altered'
                ? t('labels:signature.differing', {
                    fields: verdict.differing.map((name) => t(`labels:field.${name}`)).join(', '),
                  })
                : undefined}
          </PlainAlert>
        </div>
      )}
      <details>
        <summary>{t('labels:signature.jws')}</summary>
        <code className="jws">{shown.jws}</code>
      </details>
    </section>
  );
}
