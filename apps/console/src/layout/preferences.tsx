import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../i18n';
import { useTheme } from '../theme/theme-provider';

/** Language and light or dark. */
export function Preferences() {
  const { t, i18n } = useTranslation();
  const { mode, toggle } = useTheme();
  const other = i18n.language === 'en' ? 'zh' : 'en';
  return (
    <>
      <Button
        type="text"
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        onClick={() => void switchLanguage(other)}
        data-test="language"
      >
        {t('common:otherLanguage')}
      </Button>
      <Button
        type="text"
        icon={mode === 'dark' ? <SunOutlined /> : <MoonOutlined />}
        aria-label={mode === 'dark' ? t('common:toLight') : t('common:toDark')}
        onClick={toggle}
      />
    </>
  );
}
