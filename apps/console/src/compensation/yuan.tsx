/** An amount as people say it, the exact one always a glance away. */
import { useTranslation } from 'react-i18next';
import { groupDecimal } from '../numbers/decimal';

const YI = 10_000_000_000n;
const WAN = 1_000_000n;

/** Shortened to two places of 亿 or 万, without a detour through binary fractions; undefined where it is short already. */
export function shortYuan(amount: string): { value: string; scale: 'yi' | 'wan' } | undefined {
  const fen = BigInt(amount.replace('.', ''));
  const size = fen < 0n ? -fen : fen;
  const [one, scale] = size >= YI ? ([YI, 'yi'] as const) : size >= WAN ? ([WAN, 'wan'] as const) : [];
  if (!one || !scale) return undefined;
  const hundredths = (size * 100n + one / 2n) / one;
  const value = `${fen < 0n ? '-' : ''}${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
  return { value, scale };
}

export function Yuan({ amount, short = false }: { amount: string | null | undefined; short?: boolean }) {
  const { t } = useTranslation();
  if (amount === null || amount === undefined) return <span className="muted">–</span>;
  const exact = t('compensation:yuan', { amount: groupDecimal(amount) });
  const brief = short ? shortYuan(amount) : undefined;
  return (
    <span className="num" title={exact}>
      {brief ? t(`compensation:scale.${brief.scale}`, { value: groupDecimal(brief.value) }) : exact}
    </span>
  );
}
