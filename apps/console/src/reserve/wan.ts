/** Yuan as ten thousands with one decimal, to be read. */
import { groupDecimal, roundDecimal } from '../numbers/decimal';

export const wan = (yuan: string): string => groupDecimal(roundDecimal((Number(yuan) / 10_000).toFixed(4), 1));
