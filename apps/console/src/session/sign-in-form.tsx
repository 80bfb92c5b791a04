import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { User } from '../api/types';
import { PlainButton, PlainIcon, PlainProblem } from '../shared/plain/plain';
import './sign-in.css';

interface Props {
  /** Signing in again: the name is known and stays. */
  username?: string;
  onSignedIn(user: User): void;
}

export function SignInForm({ username, onSignedIn }: Props) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(false);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const signIn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const body = { username: String(typed.get('username')).trim(), password: String(typed.get('password')) };
    const empty = Object.entries(body).flatMap(([name, value]) => (value ? [] : [name]));
    setMissing(new Set(empty));
    if (empty[0]) return (event.currentTarget.elements.namedItem(empty[0]) as HTMLInputElement).focus();
    setBusy(true);
    setError(undefined);
    try {
      const answer = await ask(api.POST('/api/v1/auth/login', { body }));
      onSignedIn(answer.user);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const fault = (name: string, text: string) =>
    missing.has(name) && (
      <span className="fault" id={`${name}-fault`} role="alert">
        {text}
      </span>
    );
  const wrong = (name: string) =>
    missing.has(name) ? { 'aria-invalid': true, 'aria-describedby': `${name}-fault` } : {};
  return (
    <form className="sign-in-form" noValidate onSubmit={(event) => void signIn(event)}>
      <div className="plain-field">
        <label htmlFor="username">{t('session:username')}</label>
        <input
          id="username"
          name="username"
          className="plain-input"
          defaultValue={username}
          autoComplete="username"
          autoFocus={!username}
          autoCapitalize="none"
          spellCheck={false}
          {...wrong('username')}
        />
        {fault('username', t('session:usernameMissing'))}
      </div>
      <div className="plain-field">
        <label htmlFor="password">{t('session:password')}</label>
        <div className="plain-with-button">
          <input
            id="password"
            name="password"
            className="plain-input"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            autoFocus={Boolean(username)}
            {...wrong('password')}
          />
          <PlainButton
            look="text"
            className="plain-inside"
            aria-label={t('session:showPassword')}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            <PlainIcon name="eye" />
          </PlainButton>
        </div>
        {fault('password', t('session:passwordMissing'))}
      </div>
      {error !== undefined && <PlainProblem error={error} />}
      <PlainButton type="submit" look="primary" className="sign-in-go" busy={busy}>
        {t('session:signIn')}
      </PlainButton>
    </form>
  );
}
