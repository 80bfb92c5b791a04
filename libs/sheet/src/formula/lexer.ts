/** Cuts a formula into tokens. Limits keep a hostile sheet from costing more than a glance. */

export type Token =
  | { kind: 'number'; text: string; at: number }
  | { kind: 'text'; value: string; at: number }
  | { kind: 'name'; text: string; at: number }
  | { kind: 'sign'; text: string; at: number }
  | { kind: 'end'; at: number };

/** What a formula cannot be read for: a stable code, where, and the offending piece. */
export class FormulaError extends Error {
  constructor(
    readonly code: string,
    readonly at: number,
    readonly piece: string,
  ) {
    super(`${code} at ${at}: ${piece}`);
  }
}

const MAX_LENGTH = 4000;
const MAX_DIGITS = 60;
const SIGNS = ['!=', '<=', '>=', '+', '-', '*', '/', '^', '=', '<', '>', '(', ')', ',', '.'];

export function tokenize(formula: string): Token[] {
  if (formula.length > MAX_LENGTH) throw new FormulaError('FORMULA_TOO_LONG', 0, `${formula.length}`);
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(formula)?.[0];
  };
  while (at < formula.length) {
    const space = match(/\s+/y);
    if (space) {
      at += space.length;
      continue;
    }
    const number = match(/\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?/y);
    if (number) {
      if (number.length > MAX_DIGITS) throw new FormulaError('LITERAL_TOO_LONG', at, number.slice(0, 20));
      tokens.push({ kind: 'number', text: number, at });
      at += number.length;
      continue;
    }
    const name = match(/[A-Za-z][A-Za-z0-9_]{0,62}/y);
    if (name) {
      tokens.push({ kind: 'name', text: name, at });
      at += name.length;
      continue;
    }
    if (formula[at] === "'") {
      const text = match(/'[^'\n]{0,200}'/y);
      if (!text) throw new FormulaError('TEXT_NOT_CLOSED', at, formula.slice(at, at + 20));
      tokens.push({ kind: 'text', value: text.slice(1, -1), at });
      at += text.length;
      continue;
    }
    const sign = SIGNS.find((s) => formula.startsWith(s, at));
    if (!sign) throw new FormulaError('UNKNOWN_CHARACTER', at, formula.slice(at, at + 1));
    tokens.push({ kind: 'sign', text: sign, at });
    at += sign.length;
  }
  tokens.push({ kind: 'end', at });
  return tokens;
}
