import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useTitle } from '../shared/use-title';
import { PublicShell } from './public-shell';

export function FindLabelPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useTitle(t('labels:find'));
  return (
    <PublicShell>
      <div className="panel find-label">
        <h1>{t('labels:find')}</h1>
        <p className="muted">{t('labels:findHint')}</p>
        <label htmlFor="label-number">{t('labels:number')}</label>
        <Input.Search
          id="label-number"
          size="large"
          enterButton={t('labels:findButton')}
          autoCapitalize="characters"
          spellCheck={false}
          onSearch={(number) => number.trim() && void navigate(`/label/${encodeURIComponent(number.trim())}`)}
        />
      </div>
    </PublicShell>
  );
}
