import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PlainButton } from '../shared/plain/plain';
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
        <form
          className="plain-with-button"
          onSubmit={(event) => {
            event.preventDefault();
            const number = String(new FormData(event.currentTarget).get('number')).trim();
            if (number) void navigate(`/label/${encodeURIComponent(number)}`);
          }}
        >
          <input
            id="label-number"
            name="number"
            className="plain-input"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <PlainButton type="submit" look="primary">
            {t('labels:findButton')}
          </PlainButton>
        </form>
      </div>
    </PublicShell>
  );
}
