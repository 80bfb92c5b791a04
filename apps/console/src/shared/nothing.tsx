import { Empty } from 'antd';
import type { ReactNode } from 'react';

/** An empty list says why, and what to do. */
export function Nothing({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <div className="stack">
          <strong>{title}</strong>
          {hint && <span className="muted">{hint}</span>}
        </div>
      }
    >
      {children}
    </Empty>
  );
}
