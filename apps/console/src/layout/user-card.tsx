import { LogoutOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { areaUnits, moneyUnits, useUnits } from '../numbers/preferences';
import { useSession, useUser } from '../session/session-provider';
import { TourButton } from '../tour/tour-button';

/** Who is signed in, in which units figures are written, and the way out. */
export default function UserCard({ onLeave }: { onLeave?: () => void }) {
  const { t } = useTranslation();
  const { signOut } = useSession();
  const user = useUser();
  const units = useUnits();
  return (
    <div className="user-card">
      <strong>{user.name}</strong>
      <span className="muted">{user.organisation.name}</span>
      <span className="muted">{user.roles.map((role) => t(`common:role.${role}`)).join(' · ')}</span>
      <Segmented
        size="small"
        aria-label={t('common:units.money')}
        value={units.money}
        onChange={(money) => units.choose({ money })}
        options={moneyUnits.map((value) => ({ value, label: t(`common:units.${value}`) }))}
      />
      <Segmented
        size="small"
        aria-label={t('common:units.area')}
        value={units.area}
        onChange={(area) => units.choose({ area })}
        options={areaUnits.map((value) => ({ value, label: t(`common:units.${value}`) }))}
      />
      <TourButton onStart={onLeave} />
      <Button icon={<LogoutOutlined />} onClick={() => void signOut()} data-test="sign-out">
        {t('session:signOut')}
      </Button>
    </div>
  );
}
