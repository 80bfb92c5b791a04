import { UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '../session/session-provider';

/** What it opens arrives with the first click: most pages are read without it. */
const UserPopover = lazy(() => import('./user-popover'));

export function UserMenu() {
  const { t } = useTranslation();
  const user = useUser();
  const [wanted, setWanted] = useState(false);
  const button = (
    <Button
      type="text"
      icon={<UserOutlined />}
      aria-label={t('common:account', { name: user.name })}
      data-test="account"
      autoFocus={wanted}
      onClick={() => setWanted(true)}
    >
      <span className="user-name">{user.name}</span>
    </Button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <UserPopover>{button}</UserPopover>
    </Suspense>
  );
}
