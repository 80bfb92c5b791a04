import { ArrowLeftOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment } from './dates';
import './page.css';
import { useMedia } from './use-media';

interface Props {
  title: ReactNode;
  hint?: ReactNode;
  back?: { to: string; text: string };
  actions?: ReactNode;
}

export function PageHead({ title, hint, back, actions }: Props) {
  return (
    <header className="page-head">
      <div className="page-head-text">
        {back && (
          <Link to={back.to} className="page-back no-print">
            <ArrowLeftOutlined /> {back.text}
          </Link>
        )}
        <h1>{title}</h1>
        {hint && <div className="muted">{hint}</div>}
        <Printed />
      </div>
      {actions && <div className="page-actions no-print">{actions}</div>}
    </header>
  );
}

/** On paper it must be seen where and when it comes from. */
function Printed() {
  const { t } = useTranslation();
  if (!useMedia('print')) return null;
  return (
    <p className="print-only muted num">
      {t('common:printedAt', { at: moment(new Date().toISOString()) })} · {location.origin + location.pathname}
    </p>
  );
}
