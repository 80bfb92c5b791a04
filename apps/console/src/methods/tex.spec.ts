import katex from 'katex';
import { texOf } from './tex';

describe('formulas as TeX', () => {
  it('sets fractions, products, sums and conditions', () => {
    expect(texOf('(a + b) / c')).toBe('\\dfrac{\\mathit{\\text{a}} + \\mathit{\\text{b}}}{\\mathit{\\text{c}}}');
    expect(texOf('sum(x.y where not x.z)')).toBe('\\sum_{\\lnot \\mathit{\\text{x.z}}} \\mathit{\\text{x.y}}');
    expect(texOf("44 't CO2e'")).toBe('44\\,\\text{t CO2e}');
  });

  it('keeps brackets that matter', () => {
    expect(texOf('(a + b) * (c + d) / e')).toContain('\\right) \\times \\left(');
  });

  it('is TeX that can be set, with names in any language', () => {
    const formulas = [
      "convert(anode_net_t * (1 - anode_sulphur) * (44 't CO2e' / 12 't C'), 'kg CO2e')",
      'cf4_kg * lookup(gwp_cf4, gwp)',
      'excluded_kgco2e <= 0.05 * (a + b)',
      'if(a > 1 and not b, pow(a, 2), exp(-a))',
    ];
    for (const formula of formulas) {
      const tex = texOf(formula, (name) => (name === 'cf4_kg' ? 'CF4 排放量 5 %' : name));
      expect(katex.renderToString(tex!, { throwOnError: true, strict: false })).toContain('katex');
    }
  });

  it('leaves alone what it does not understand', () => {
    expect(texOf('a ? b : c')).toBeUndefined();
    expect(texOf('sum(a')).toBeUndefined();
  });
});
