/** A short list of what waits, each line leading to where it is done. */
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemAlert } from '../shared/problem-alert';
import './home.css';

export interface Line {
  key: string;
  to: string;
  title: string;
  sub?: string;
  side?: ReactNode;
}

interface Props {
  name: string;
  title: string;
  lines: Line[] | undefined;
  /** Said where nothing waits. */
  none: string;
  error?: Error | null;
  onRetry(): void;
  /** There is more than is shown here. */
  more?: string;
}

const SHOWN = 6;

export function WaitingPanel({ name, title, lines, none, error, onRetry, more }: Props) {
  const { t } = useTranslation();
  return (
    <section className="panel home-panel" data-test={`home-${name}`}>
      <div className="panel-head">
        <h2>{title}</h2>
        {lines && lines.length > 0 && <span className="home-count num">{lines.length}</span>}
      </div>
      {error ? (
        <ProblemAlert error={error} onRetry={onRetry} />
      ) : !lines ? (
        <Skeleton active title={false} paragraph={{ rows: 3 }} />
      ) : lines.length === 0 ? (
        <p className="muted home-none">{none}</p>
      ) : (
        <ul className="home-lines">
          {lines.slice(0, SHOWN).map(({ key, to, title: text, sub, side }) => (
            <li key={key}>
              <div className="stack">
                <Link to={to}>{text}</Link>
                {sub && <span className="sub num">{sub}</span>}
              </div>
              {side && <div className="home-side">{side}</div>}
            </li>
          ))}
        </ul>
      )}
      {lines && lines.length > SHOWN && more && (
        <Link to={more}>{t('home:more', { count: lines.length - SHOWN })}</Link>
      )}
    </section>
  );
}
