import { parseFormula } from '../formula/parse-formula';
import { readSheet } from '../load/load-sheet';
import { checkSheet } from './check-sheet';
import { parseUnit, describeUnit } from '../units/unit';
const sheet = (f: string, extra = '') => `
id: ab/bc
version: 1.0.0
title: {zh: a, en: a}
source: {title: x, confidence: official}
valid: {from: 2021-01-01}
tables:
  t:
    title: t
    key: id
    inputs: {id: {type: text}, x: {}, m: {unit: 元}}
    columns: {y: {formula: "${f}"}}
${extra}`;
const go = (n: string, fn: () => unknown) => test(n, () => { const t = Date.now(); let r: unknown; try { r = fn(); } catch (e) { r = 'THROWN ' + (e as Error).name + (e as Error).message.slice(0, 200); } console.log(n, Date.now() - t, 'ms', typeof r === 'string' ? r : JSON.stringify(r, (k, v) => typeof v === 'bigint' ? `${v}` : v)?.slice(0, 400)); });
const chk = (y: string) => { const r = readSheet(y); return r.sheet ? checkSheet(r.sheet).faults : r.faults; };
go('ok', () => chk(sheet('x*2')));
go('long chain', () => chk(sheet('1' + '+1'.repeat(1990))));
go('parens', () => chk(sheet('('.repeat(1900) + '1' + ')'.repeat(1900))));
go('nots', () => parseFormula('not '.repeat(900) + 'true').fault?.code);
go('nested powers', () => chk(sheet('('.repeat(8) + "2 '万t'" + '^12)'.repeat(5) + '^12'.repeat(0) + ')'.repeat(3))));
go('unit power', () => describeUnit(parseUnit('(((((t^9)^9)^9)^9)^9)')).length);
go('yaml deep', () => chk('a: ' + '['.repeat(100000)));
go('yaml deep2', () => chk('a: ' + '['.repeat(3000) + ']'.repeat(3000)));
go('yaml deep3', () => chk('- '.repeat(20000) + 'x'));
go('alias', () => chk('a: &a [1,1]\nb: *a'));
go('proto', () => chk(sheet('x*2', '__proto__: {a: 1}')));
go('null', () => chk(''));
go('scalar', () => chk('5'));
go('bad value', () => chk(sheet('x*p', 'parameters: {p: {title: p, values: [{value: "7,5", source: s, confidence: official}]}}')));
go('dup', () => chk(sheet('x*2', 'id: ab/bd')));
go('u', () => ['元/亩', 'kg CO2e/kWh', 'GJ/万Nm³', 't/(hm²·a)', '元/t CO2e', 'kgCO2e', 't·km'].map((u) => describeUnit(parseUnit(u))));
go('keynull', () => chk(sheet('x*2', '? {a: 1}\n: 3')));
go('expects', () => chk(sheet('x*2', 'examples: [{title: a, source: b, input: {tables: 5}, expect: {tables: 7}}]')));
