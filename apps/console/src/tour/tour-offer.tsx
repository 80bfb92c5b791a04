import { CompassOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUser } from '../session/session-provider';
import { tourOf } from './steps';
import { endTour, startTour, useSeen, useTour } from './tour-state';
import './tour.css';

/** On the home page, until the tour was seen or put away. */
export function TourOffer() {
  const { t } = useTranslation();
  const user = useUser();
  const name = tourOf(user);
  const seen = useSeen(user.id, name);
  const running = useTour();
  if (!name || seen || running) return null;
  return (
    <section className="panel tour-offer" data-test="tour-offer">
      <CompassOutlined className="tour-mark" />
      <span>{t(`tour:${name}.offer`)}</span>
      <span className="page-actions">
        <Button type="primary" onClick={() => startTour(name)} data-test="tour-start">
          {t('tour:start')}
        </Button>
        <Button onClick={() => endTour(user.id, name)}>{t('tour:notNow')}</Button>
      </span>
    </section>
  );
}
