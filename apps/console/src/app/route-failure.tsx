import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { asProblem } from '../api/problem';
import { useProblemText } from '../shared/use-problem-text';

/** A page that broke: says so, and offers the way on. A page whose chunk is gone after an update is loaded anew. */
export function RouteFailure() {
  const { t } = useTranslation();
  const error = useRouteError();
  const problemText = useProblemText();
  const stale = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  const { title, detail } = problemText(asProblem(error));
  return (
    <Result
      status="warning"
      title={stale ? t('common:failure.updated') : title}
      subTitle={stale ? t('common:failure.updatedHint') : detail}
      extra={
        <Button type="primary" onClick={() => location.reload()}>
          {t('common:failure.reload')}
        </Button>
      }
    />
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Result
      status="info"
      title={t('common:notFound.title')}
      subTitle={t('common:notFound.hint')}
      extra={<Link to="/">{t('common:notFound.home')}</Link>}
    />
  );
}
