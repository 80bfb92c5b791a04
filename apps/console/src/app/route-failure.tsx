import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { asProblem } from '../api/problem';
import { PlainButton } from '../shared/plain/plain';
import { useProblemText } from '../shared/use-problem-text';
import './route-failure.css';

/** In the first load of every page: plain, without the library's pictures. */
function Notice({ title, hint, way }: { title: string; hint?: string; way: ReactNode }) {
  return (
    <main className="route-failure">
      <h1>{title}</h1>
      {hint && <p className="muted">{hint}</p>}
      {way}
    </main>
  );
}

/** A page that broke: says so, and offers the way on. A page whose chunk is gone after an update is loaded anew. */
export function RouteFailure() {
  const { t } = useTranslation();
  const error = useRouteError();
  const problemText = useProblemText();
  // The router keeps it to itself: whoever looks for the cause finds it here.
  useEffect(() => console.error(error), [error]);
  const stale = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  const { title, detail } = problemText(asProblem(error));
  return (
    <Notice
      title={stale ? t('common:failure.updated') : title}
      hint={stale ? t('common:failure.updatedHint') : detail}
      way={
        <PlainButton look="primary" onClick={() => location.reload()}>
          {t('common:failure.reload')}
        </PlainButton>
      }
    />
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Notice
      title={t('common:notFound.title')}
      hint={t('common:notFound.hint')}
      way={<Link to="/">{t('common:notFound.home')}</Link>}
    />
  );
}
