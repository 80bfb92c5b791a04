import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { User } from '../api/types';
import { ComponentsTheme } from '../theme/components-theme';
import { SignInForm } from './sign-in-form';

/** Over the page, not instead of it: what was typed underneath stays where it is. */
export default function SignInAgain({ user, onSignedIn }: { user: User; onSignedIn(): void }) {
  const { t } = useTranslation();
  return (
    <ComponentsTheme>
      <Modal
        open
        title={t('session:endedTitle')}
        footer={null}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
        width={420}
      >
        <p style={{ marginBottom: 16 }}>{t('session:endedHint')}</p>
        <SignInForm
          username={user.username}
          onSignedIn={(next) => {
            // Somebody else's page must not stay on this screen.
            if (next.id === user.id) onSignedIn();
            else location.assign('/');
          }}
        />
      </Modal>
    </ComponentsTheme>
  );
}
