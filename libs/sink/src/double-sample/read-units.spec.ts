import type { Refusal } from '@qingheng/platform';
import { readUnits } from './read-units';

const read = (text: string, encoding: 'utf8' | 'latin1' = 'utf8') => readUnits(Buffer.from(text, encoding), ['L', 'B']);
const faultsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    ({ faults }: Refusal) => faults.map(({ row, column, code }) => [row, column, code].filter(Boolean).join(' ')),
  );

it('reads both phases from one table, in either language', async () => {
  expect(await read('unit,stratum,auxiliary,biomass\np1,L,0.45,80.5\np2,B,0.3,\n')).toEqual([
    { unit: 'p1', stratum: 'L', auxiliary: '0.45', biomass: '80.5' },
    { unit: 'p2', stratum: 'B', auxiliary: '0.3' },
  ]);
  expect(await read('﻿碳层,单元,辅助变量（郁闭度）\r\nL,p1,0.45')).toEqual([
    { unit: 'p1', stratum: 'L', auxiliary: '0.45' },
  ]);
});

it('names every bad cell, and the columns that are not there', async () => {
  const bad = ['unit,stratum,auxiliary,biomass', 'p1,L,-1,2', ',B,0.2,', 'p1,X,high,much'].join('\n');
  expect(await faultsOf(read(bad))).toEqual([
    ...['2 auxiliary UNIT_VALUE', '3 unit UNIT_EMPTY', '4 unit UNIT_TWICE', '4 stratum UNIT_STRATUM'],
    ...['4 auxiliary UNIT_VALUE', '4 biomass UNIT_VALUE'],
  ]);
  expect(await faultsOf(read('id,layer\n1,L'))).toEqual([
    ...['unit UNITS_HEADING', 'stratum UNITS_HEADING', 'auxiliary UNITS_HEADING'],
  ]);
});
