/**
 * A sheet's formula as TeX, for reading. The grammar is small (names, numbers, calls, operators); what this does not
 * understand stays plain text, so a formula is shown in full either way.
 */
type Token = { kind: 'name' | 'number' | 'text' | 'op' | 'end'; text: string };

const TOKEN =
  /\s*(?:([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|('(?:[^']|'')*')|(<=|>=|!=|[-+*/^(),<>=]))/uy;
const RELATIONS: Record<string, string> = { '<=': '\\le', '>=': '\\ge', '!=': '\\ne', '<': '<', '>': '>', '=': '=' };

function tokens(formula: string): Token[] | undefined {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.trimEnd().length) {
    const match = TOKEN.exec(formula);
    if (!match) return undefined;
    const [, name, number, text, op] = match;
    if (name) found.push({ kind: 'name', text: name });
    else if (number) found.push({ kind: 'number', text: number });
    else if (text) found.push({ kind: 'text', text: text.slice(1, -1) });
    else found.push({ kind: 'op', text: op! });
  }
  return [...found, { kind: 'end', text: '' }];
}

const escape = (text: string) =>
  text
    .replace(/\\/g, '')
    .replace(/[_#$%&{}]/g, '\\$&')
    .replace(/[\^~]/g, ' ');
const word = (text: string) => `\\mathit{\\text{${escape(text)}}}`;

class Reader {
  private at = 0;
  constructor(
    private readonly list: Token[],
    private readonly titleOf: (name: string) => string,
  ) {}

  read(): string {
    const tex = this.or();
    if (this.list[this.at]!.kind !== 'end') throw new Error('not understood');
    return tex;
  }

  private is(text: string, kind: Token['kind'] = 'op'): boolean {
    const token = this.list[this.at]!;
    if (token.kind !== kind || token.text !== text) return false;
    this.at++;
    return true;
  }

  private or(): string {
    let left = this.and();
    while (this.is('or', 'name')) left = `${left} \\lor ${this.and()}`;
    return left;
  }

  private and(): string {
    let left = this.not();
    while (this.is('and', 'name')) left = `${left} \\land ${this.not()}`;
    return left;
  }

  private not(): string {
    return this.is('not', 'name') ? `\\lnot ${this.not()}` : this.relation();
  }

  private relation(): string {
    const left = this.sum();
    const token = this.list[this.at]!;
    const sign = token.kind === 'op' ? RELATIONS[token.text] : undefined;
    if (!sign) return left;
    this.at++;
    return `${left} ${sign} ${this.sum()}`;
  }

  private sum(): string {
    let left = this.product();
    for (;;) {
      if (this.is('+')) left = `${left} + ${this.product()}`;
      else if (this.is('-')) left = `${left} - ${this.product()}`;
      else return left;
    }
  }

  private product(): string {
    let left = this.power();
    for (;;) {
      if (this.is('*')) left = `${left} \\times ${this.power()}`;
      else if (this.is('/')) left = `\\dfrac{${bare(left)}}{${bare(this.power())}}`;
      else return left;
    }
  }

  private power(): string {
    if (this.is('-')) return `-${this.power()}`;
    const base = this.atom();
    return this.is('^') ? `{${base}}^{${bare(this.power())}}` : base;
  }

  private atom(): string {
    const token = this.list[this.at++]!;
    if (token.kind === 'number') {
      const unit = this.list[this.at]!;
      if (unit.kind !== 'text') return token.text;
      this.at++;
      return `${token.text}\\,\\text{${escape(unit.text)}}`;
    }
    if (token.kind === 'text') return `\\text{“${escape(token.text)}”}`;
    if (token.kind === 'name') return this.is('(') ? this.call(token.text) : this.named(token.text);
    if (token.kind === 'op' && token.text === '(') {
      const inner = this.or();
      if (!this.is(')')) throw new Error('not understood');
      return `\\left(${inner}\\right)`;
    }
    throw new Error('not understood');
  }

  private call(name: string): string {
    const args: string[] = [];
    let where = '';
    while (!this.is(')')) {
      args.push(this.or());
      if (this.is('where', 'name')) where = this.or();
      if (!this.is(',') && this.list[this.at]!.text !== ')') throw new Error('not understood');
    }
    const [first = '', second = ''] = args;
    if (name === 'sum') return `\\sum${where ? `_{${where}}` : ''} ${first}`;
    if (name === 'exp' && args.length === 1) return `e^{${bare(first)}}`;
    if (name === 'pow' && args.length === 2) return `{${first}}^{${bare(second)}}`;
    const shown = ['min', 'max', 'ln'].includes(name) ? `\\${name}` : `\\operatorname{${escape(name)}}`;
    return `${shown}${where ? `_{${where}}` : ''}\\left(${args.join(',\\; ')}\\right)`;
  }

  private named(name: string): string {
    return word(this.titleOf(name));
  }
}

/** Brackets around the whole of a numerator, denominator or exponent say nothing that the form does not. */
function bare(tex: string): string {
  if (!tex.startsWith('\\left(') || !tex.endsWith('\\right)')) return tex;
  let depth = 0;
  for (const match of tex.matchAll(/\\left\(|\\right\)/g)) {
    depth += match[0] === '\\left(' ? 1 : -1;
    if (depth === 0 && match.index < tex.length - '\\right)'.length) return tex;
  }
  return tex.slice('\\left('.length, -'\\right)'.length);
}

export function texOf(formula: string, titleOf: (name: string) => string = (name) => name): string | undefined {
  const list = tokens(formula);
  if (!list) return undefined;
  try {
    return new Reader(list, titleOf).read();
  } catch {
    return undefined;
  }
}
