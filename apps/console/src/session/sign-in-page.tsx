import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Mark } from '../layout/mark';
import { Preferences } from '../layout/preferences';
import { useTitle } from '../shared/use-title';
import { SignInForm } from './sign-in-form';
import { SingleSignOn } from './single-sign-on';
import './sign-in.css';

/** Only a path of this console: an address that leads elsewhere is not followed. */
const safe = (back: string | null) => (back && /^\/(?![/\\])/.test(back) ? back : '/');

export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  useTitle(t('session:signIn'));
  return (
    <div className="sign-in">
      <aside className="sign-in-side">
        <Mark size={44} />
        <p className="sign-in-name">{t('common:name')}</p>
        <p className="sign-in-claim">{t('session:claim')}</p>
        <ol className="sign-in-path" aria-label={t('session:path.title')}>
          {(['file', 'run', 'review', 'issue'] as const).map((step) => (
            <li key={step}>{t(`session:path.${step}`)}</li>
          ))}
        </ol>
      </aside>
      <div className="sign-in-body">
        <div className="sign-in-preferences">
          <Preferences />
        </div>
        <main className="sign-in-panel">
          <h1>{t('session:title')}</h1>
          <SignInForm
            onSignedIn={(user) => {
              client.clear();
              client.setQueryData(['me'], user);
              void navigate(safe(search.get('back')), { replace: true });
            }}
          />
          <SingleSignOn />
          <p className="sign-in-public">
            {t('session:publicHint')} <Link to="/label">{t('session:verifyLabel')}</Link>
          </p>
        </main>
      </div>
    </div>
  );
}
