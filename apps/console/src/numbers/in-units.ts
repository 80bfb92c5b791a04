/** A figure in the unit that the reader chose: 元, 万元, 亿元; 亩, hectares. What is neither money nor an area stays as it is. */
import { parseDecimal, shiftDecimal } from './decimal';
import { muToHectares, type Units } from './preferences';

// Units as method sheets write them, in both languages: 元, 万元, 亿元, 亩, 公顷.
const [YUAN, WAN, YI, MU, GONGQING] = ['\u5143', '\u4e07\u5143', '\u4ebf\u5143', '\u4ea9', '\u516c\u9877'] as const;
/** Zeros behind a yuan. */
const MONEY: Readonly<Record<string, number>> = { [YUAN]: 0, [WAN]: 4, [YI]: 8 };
const CHOSEN: Readonly<Record<string, string>> = { yuan: YUAN, wan: WAN, yi: YI };
const HECTARES = new Set(['hm²', 'ha', GONGQING]);

export function hectaresToMu(hectares: string): string {
  const parts = parseDecimal(hectares);
  if (!parts) return hectares;
  const digits = (parts.digits * 15n * (parts.negative ? -1n : 1n)).toString();
  return shiftDecimal(digits, -parts.scale)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/** `auto` keeps what the method says. */
export function inUnits(value: string, unit: string, { money, area }: Units): { value: string; unit: string } {
  const zeros = MONEY[unit];
  const wanted = CHOSEN[money];
  if (zeros !== undefined && wanted !== undefined) {
    const places = zeros - MONEY[wanted]!;
    return { value: places ? shiftDecimal(value, places) : value, unit: wanted };
  }
  if (unit === MU && area === 'ha') return { value: muToHectares(value), unit: 'hm²' };
  if (HECTARES.has(unit) && area === 'mu') return { value: hectaresToMu(value), unit: MU };
  return { value, unit };
}
