import { ArrowLeftOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import './page.css';

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
      </div>
      {actions && <div className="page-actions no-print">{actions}</div>}
    </header>
  );
}
