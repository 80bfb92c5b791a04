import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlatformConfig } from '@qingheng/platform';
import fc from 'fast-check';
import { Services } from '../service/services';
import { auditAccount } from './audit-account';

const root = join(__dirname, '../../../..');
const services = new Services({ configDir: join(root, 'config') } as PlatformConfig);
const audit = (text: string) =>
  auditAccount(
    text
      .trim()
      .split('\n')
      .map((line) => line.split(',')),
    services,
  );
const told = (text: string) => audit(text).findings.map(({ code, row, severity }) => `${row} ${code} ${severity}`);

const LINES = 'service,item,physical_qty,physical_unit,unit_price,price_unit,value（亿元）';
/** Figures of Garzé 2010: 白玛卓嘎等 2017, 生态学报 37(19):6302-6312. */
const carbon = '固碳,CO2,0.31,1e8 t,380,元/t,117.3548';
const oxygen = '释氧,O2,2.51,1e8 t,727,元/t,1821.9182';

it('finds that oxygen of 8.1 times the CO2 is impossible, and says what it should be', () => {
  const { findings } = audit([LINES, carbon, oxygen].join('\n'));
  expect(findings).toMatchObject([
    { code: 'OXYGEN_CARBON_RATIO', row: '3', severity: 'fault', expected: '0.727', found: '8.10', line: '释氧 O2' },
  ]);
  expect(findings[0]!.remedy!.en).toContain('2254.55 万t');
  expect(told([LINES, carbon, '释氧,O2,0.2255,1e8 t,727,元/t,163.94'].join('\n'))).toEqual([]);
  expect(
    told([LINES, '固碳,C,0.0845,1e8 t,1393,元/t,117.7', '释氧,O2,0.2255,1e8 t,727,元/t,163.94'].join('\n')),
  ).toEqual([]);
});

it.each([
  ['水资源,生活用水,1.36,1e8 m3,2.6,元/m3,3.54', []],
  ['水资源,生活用水,1.36,1e8 m3,2.6,元/m3,3.56', ['2 VALUE_NOT_PRODUCT fault']],
  ['空气净化,SO2,1137,t,1200,元/t,0.0136', []],
  ['空气净化,SO2,1137,t,1200,元/t,0.136', ['2 VALUE_NOT_PRODUCT fault']],
  ['病虫害,草地,711.13,1e4 hm2,112.5,元/hm2,8.0003', []],
  ['气候调节,植被蒸腾,2799.1,亿 kWh,0.53,元/kWh,1483.5208', []],
  ['防风固沙,固沙量,779.42,1e4 t,3.75,元/m2,2.2835', ['2 UNIT_NOT_PRICED note']],
  ['防风固沙,固沙面积,60.89,km2,3.75,元/m2,2.2835', []],
  ['水资源,生活用水,1.36,1e8 m3,-2.6,元/m3,-3.54', ['2 NEGATIVE_FIGURE fault', '2 NEGATIVE_FIGURE doubt']],
])('holds a line against its own quantity and price: %s', (line, expected) => {
  expect(told([LINES, line].join('\n'))).toEqual(expected);
});

it('holds quantities against what bounds them, in a column or in a line of their own', () => {
  const heading = '服务,项目,实物量,单位,降水量/潜在量/排放量';
  expect(
    told(
      [
        heading,
        '水源涵养,涵养量,321.49,1e8 m3,300',
        '土壤保持,保持量,38.86,1e8 t,40.1',
        '空气净化,SO2,1137,t,1100',
        '防风固沙,固沙量,9,1e4 t,8.6',
      ].join('\n'),
    ),
  ).toEqual(['2 OVER_LIMIT_PRECIPITATION fault', '4 OVER_LIMIT_EMISSION fault']);
  const rows = [
    '服务,项目,实物量,单位',
    '降水,年降水量,200,mm',
    '面积,面积,149687.7,km2',
    '水源涵养,涵养量,321.49,1e8 m3',
    '土壤保持,潜在土壤侵蚀量,30.0,1e8 t',
    '土壤保持,保持量,38.86,1e8 t',
    '土壤保持,实际土壤侵蚀量,31.0,1e8 t',
    '水质净化,COD排放量,5000,t',
    '水质净化,COD,5424,t',
    '水质净化,氨氮,625,t',
  ];
  expect(told(rows.join('\n'))).toEqual([
    '4 OVER_LIMIT_PRECIPITATION fault',
    '6 OVER_LIMIT_POTENTIAL fault',
    '7 OVER_LIMIT_POTENTIAL fault',
    '9 OVER_LIMIT_EMISSION fault',
  ]);
});

it('adds parts to totals, lines to classes and regions to the one above', () => {
  const cross = [
    'service,forest,grassland,published_total',
    '水源涵养,10.01,20.02,30.06',
    '固碳,1.5,2.5,4.0',
    'total,11.51,22.52,34.04',
  ];
  expect(told(cross.join('\n'))).toEqual(['2 PARTS_NOT_SUM fault']);
  const classes = [
    '服务,项目,价值（亿元）,占比',
    '水资源,供水,10.0,10%',
    '水源涵养,涵养量,50.0,55%',
    '土壤保持,保持量,30.0,30%',
    '旅游康养,旅游,10.0,10.0%',
    '合计,调节服务,80.6,',
    '合计,GEP,100.0,',
  ];
  expect(told(classes.join('\n'))).toEqual(['3 SHARE_NOT_VALUE fault', '6 LINES_NOT_TOTAL doubt']);
  expect(told(classes.join('\n').replace('GEP,100.0', 'GEP,88.0'))).toContain('7 LINES_NOT_TOTAL fault');
  const regions = ['地区,上级,项目,价值', '某盟,,GEP,100.0', '甲旗,某盟,GEP,60.2', '乙旗,某盟,GEP,38.1'];
  expect(told(regions.join('\n'))).toEqual(['2 CHILDREN_NOT_PARENT fault']);
});

it('names what it cannot read, and counts nothing twice', () => {
  expect(audit('甲,乙\n1,2').unread).toMatchObject([{ code: 'NO_HEADING' }]);
  expect(audit([LINES, '固碳,CO2,约三成,1e8 t,380,元/t,117.35'].join('\n')).unread).toMatchObject([
    { code: 'CELL_NOT_A_FIGURE', row: '2', column: 'physical_qty' },
  ]);
  expect(told([LINES, carbon, carbon].join('\n'))).toEqual(['3 LINE_TWICE fault']);
});

it('never faults an honest table, however it is rounded', () => {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 10_000_000 }),
    price: fc.integer({ min: 1, max: 100_000 }),
    digits: fc.integer({ min: 0, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
      const rows = lines.map(({ quantity, price, digits }, i) => {
        const [q, p] = [quantity / 1000, price / 100];
        return `水资源,第${i}项,${q.toFixed(digits)},m3,${p},元/m3,${((q * p) / 1).toFixed(digits)}`;
      });
      return told(['服务,项目,功能量,单位,单价,单价单位,价值（元）', ...rows].join('\n')).length === 0;
    }),
  );
});

const caseA = join(root, '../shared/data/ecoproducts');
(existsSync(caseA) ? describe : describe.skip)('the whole published account', () => {
  it('has one impossible figure, and totals that hold more than the report lists', () => {
    const { findings, unread } = audit(
      readFileSync(join(caseA, 'caseA_garze_2010_checks.csv'), 'utf8').replace(/"[^"]*"/g, ''),
    );
    expect(unread).toEqual([]);
    expect(findings.map(({ code, line, severity }) => [code, line, severity])).toEqual([
      ['OXYGEN_CARBON_RATIO', 'A18 释氧 O2', 'fault'],
      ['LINES_NOT_TOTAL', 'A23 合计 调节服务', 'doubt'],
      ['LINES_NOT_TOTAL', 'A24 合计 GEP', 'doubt'],
      ['UNIT_NOT_PRICED', 'A09 防风固沙 固沙量', 'note'],
    ]);
  });

  it('adds up by ecosystem', () => {
    const text = readFileSync(join(caseA, 'caseA_garze_2010_by_ecosystem_1e8yuan.csv'), 'utf8');
    expect(audit(text).findings).toEqual([]);
    expect(audit(text.replace('2269.71,', '2296.71,')).findings).toMatchObject([
      { code: 'PARTS_NOT_SUM', row: '4' },
      { code: 'LINES_NOT_TOTAL' },
    ]);
  });
});
