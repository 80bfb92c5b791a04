import { useTranslation } from 'react-i18next';

const plain = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

/** Hectares as surveys write them, and 亩 beside: 1 hm² = 15 亩. */
export function Land({ hectares }: { hectares: string }) {
  const { t } = useTranslation();
  const value = Number(hectares);
  return (
    <span className="num">
      {plain.format(value)} hm²{' '}
      <span className="muted">{t('sinks:mu', { mu: plain.format(Math.round(value * 150) / 10) })}</span>
    </span>
  );
}
