import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import { ProblemAlert } from '../shared/problem-alert';
import type { User } from '../api/types';

interface Props {
  /** Signing in again: the name is known and stays. */
  username?: string;
  onSignedIn(user: User): void;
}

export function SignInForm({ username, onSignedIn }: Props) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const signIn = async (body: { username: string; password: string }) => {
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
  return (
    <Form layout="vertical" size="large" requiredMark={false} initialValues={{ username }} onFinish={signIn}>
      <Form.Item
        name="username"
        label={t('session:username')}
        rules={[{ required: true, message: t('session:usernameMissing') }]}
      >
        <Input autoComplete="username" autoFocus={!username} autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('session:password')}
        rules={[{ required: true, message: t('session:passwordMissing') }]}
      >
        <Input.Password autoComplete="current-password" autoFocus={Boolean(username)} />
      </Form.Item>
      {error !== undefined && (
        <div style={{ marginBottom: 16 }}>
          <ProblemAlert error={error} />
        </div>
      )}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('session:signIn')}
      </Button>
    </Form>
  );
}
