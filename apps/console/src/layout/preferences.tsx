import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../i18n';
import { PlainButton, PlainIcon } from '../shared/plain/plain';
import { useTheme } from '../theme/theme-provider';

/** Language and light or dark. */
export function Preferences() {
  const { t, i18n } = useTranslation();
  const { mode, toggle } = useTheme();
  const other = i18n.language === 'en' ? 'zh' : 'en';
  return (
    <>
      <PlainButton
        look="text"
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        onClick={() => void switchLanguage(other)}
        data-test="language"
      >
        {t('common:otherLanguage')}
      </PlainButton>
      <PlainButton
        look="text"
        aria-label={mode === 'dark' ? t('common:toLight') : t('common:toDark')}
        onClick={toggle}
        data-test="theme"
      >
        <PlainIcon name={mode === 'dark' ? 'sun' : 'moon'} />
      </PlainButton>
    </>
  );
}
