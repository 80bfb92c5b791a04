/**
 * The few parts that pages before signing in are made of: elements of the browser in the colours of the house. The component
 * library arrives with the pages inside; a phone that scans a label never waits for it.
 */
import { type ButtonHTMLAttributes, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { useProblemText } from '../use-problem-text';
import './plain.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'primary' | 'usual' | 'text';
  /** Under way: it cannot be pressed again, and says so. */
  busy?: boolean;
}

export function PlainButton({ look = 'usual', busy = false, type = 'button', className, ...props }: ButtonProps) {
  return (
    <button
      {...props}
      type={type}
      className={['plain-button', look, className].filter(Boolean).join(' ')}
      aria-busy={busy || undefined}
      disabled={busy || props.disabled}
    />
  );
}

export function PlainAlert({
  kind,
  title,
  children,
}: {
  kind: 'error' | 'info' | 'success';
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className={`plain-alert ${kind}`} role="alert">
      <strong>{title}</strong>
      {children && <div>{children}</div>}
    </div>
  );
}

/** A refusal, as ProblemAlert words it. */
export function PlainProblem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const { title, detail } = useProblemText()(asProblem(error));
  return (
    <PlainAlert kind="error" title={title}>
      {detail}
      {onRetry && (
        <p>
          <PlainButton onClick={onRetry}>{t('common:retry')}</PlainButton>
        </p>
      )}
    </PlainAlert>
  );
}

/** Line drawings of 24 × 24. */
const paths = {
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  check: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM8 12l3 3 5-6',
  cross: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM9 9l6 6M15 9l-6 6',
  clock: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l3 2',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
} as const;

export function PlainIcon({ name, size = 16 }: { name: keyof typeof paths; size?: number }) {
  return (
    <svg className="plain-icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
