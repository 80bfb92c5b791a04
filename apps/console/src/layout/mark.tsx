import { useId } from 'react';

/** The mark: a level beam over a growing shoot. */
export function Mark({ size = 32 }: { size?: number }) {
  const id = useId();
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden focusable="false" style={{ flex: 'none' }}>
      <defs>
        <linearGradient id={id} x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#12857a" />
          <stop offset="1" stopColor="#0b4f6c" />
        </linearGradient>
      </defs>
      <rect width="40" height="40" rx="11" fill={`url(#${id})`} />
      <g fill="none" stroke="#fff" strokeWidth="2.2" strokeLinecap="round">
        <path d="M7 15.5c8.5-4.6 17.5-4.6 26 0" />
        <path d="M20 12v19" />
      </g>
      <path d="M20 31c-.4-6.6-4.4-9.6-9.8-10.2.2 6 4 9.8 9.8 10.2z" fill="#b9ecd9" />
      <path d="M20 31c.4-6.6 4.4-9.6 9.8-10.2-.2 6-4 9.8-9.8 10.2z" fill="#fff" />
      <circle cx="20" cy="9.6" r="2.3" fill="#ffd98a" />
    </svg>
  );
}
