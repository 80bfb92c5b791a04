import { CompassOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUser } from '../session/session-provider';
import { tourOf } from './steps';
import { startTour } from './tour-state';

/** In the menu of the person, at any time. */
export function TourButton({ onStart }: { onStart?: () => void }) {
  const { t } = useTranslation();
  const name = tourOf(useUser());
  if (!name) return null;
  return (
    <Button
      icon={<CompassOutlined />}
      data-test="tour-menu"
      onClick={() => {
        onStart?.();
        startTour(name);
      }}
    >
      {t('common:tour')}
    </Button>
  );
}
