import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';

export function Waiting() {
  const { t } = useTranslation();
  return (
    <div role="status" style={{ display: 'grid', placeItems: 'center', minHeight: '40vh' }}>
      <Spin size="large" delay={150} />
      <span className="sr-only">{t('common:loading')}</span>
    </div>
  );
}
