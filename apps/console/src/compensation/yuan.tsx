/** An amount as people say it, the exact one always a glance away. */
import { useTranslation } from 'react-i18next';
import { groupDecimal, roundDecimal } from '../numbers/decimal';
import { useUnits } from '../numbers/preferences';

const YI = 10_000_000_000n;
const WAN = 1_000_000n;

/**
 * Shortened to two places of 亿 or 万, without a detour through binary fractions; undefined where it is short already. Where a
 * scale is asked for, in that one: to two places, or to six where two would say nothing.
 */
export function shortYuan(amount: string, wanted?: 'yi' | 'wan'): { value: string; scale: 'yi' | 'wan' } | undefined {
  const fen = BigInt(roundDecimal(amount, 2).replace('.', ''));
  const size = fen < 0n ? -fen : fen;
  if (wanted) {
    const unit = wanted === 'yi' ? YI : WAN;
    const places = size !== 0n && size < unit ? 6 : 2;
    const parts = (size * 10n ** BigInt(places) + unit / 2n) / unit;
    const text = parts.toString().padStart(places + 1, '0');
    return { value: `${fen < 0n ? '-' : ''}${text.slice(0, -places)}.${text.slice(-places)}`, scale: wanted };
  }
  const [one, scale] = size >= YI ? ([YI, 'yi'] as const) : size >= WAN ? ([WAN, 'wan'] as const) : [];
  if (!one || !scale) return undefined;
  const hundredths = (size * 100n + one / 2n) / one;
  const value = `${fen < 0n ? '-' : ''}${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
  return { value, scale };
}

export function Yuan({ amount, short = false }: { amount: string | null | undefined; short?: boolean }) {
  const { t } = useTranslation();
  const { money } = useUnits();
  if (amount === null || amount === undefined) return <span className="muted">–</span>;
  const exact = t('compensation:yuan', { amount: groupDecimal(amount) });
  const brief =
    money === 'wan' || money === 'yi'
      ? shortYuan(amount, money)
      : short && money === 'auto'
        ? shortYuan(amount)
        : undefined;
  return (
    <span className="num" title={exact}>
      {brief ? t(`compensation:scale.${brief.scale}`, { value: groupDecimal(brief.value) }) : exact}
    </span>
  );
}
