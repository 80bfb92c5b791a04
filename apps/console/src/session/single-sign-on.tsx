import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, ask } from '../api/client';
import { PlainAlert } from '../shared/plain/plain';

const problems = ['OIDC_FAILED', 'OIDC_UNKNOWN_USER', 'OIDC_OFF'] as const;

/** Where the service knows an identity provider, people may sign in there; a failure comes back as a code. */
export function SingleSignOn() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const offer = useQuery({ queryKey: ['oidc'], queryFn: () => ask(api.GET('/api/v1/auth/oidc')), staleTime: Infinity });
  const code = search.get('problem');
  const problem = problems.find((known) => known === code) ?? (code ? 'OIDC_FAILED' : undefined);
  return (
    <>
      {problem && <PlainAlert kind="error" title={t(`session:problem.${problem}`)} />}
      {offer.data?.enabled && (
        <>
          <div className="sign-in-or">{t('session:or')}</div>
          <a className="plain-button sign-in-sso" href="/api/v1/auth/oidc/start?returnTo=/" data-test="single-sign-on">
            {t('session:singleSignOn')}
          </a>
        </>
      )}
    </>
  );
}
