/** The SEEA EA tables: their lines, columns and titles. Types of ecosystem and economic units are data (config/ecoproduct/seea.yaml). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import type { Text } from '@qingheng/sheet';
import { parse } from 'yaml';

export const TABLES = [
  'extent',
  'change',
  'condition_variable',
  'condition_indicator',
  'physical_supply',
  'physical_use',
  'monetary_supply',
  'monetary_use',
  'asset',
] as const;
export type SeeaTable = (typeof TABLES)[number];

export interface Named extends Text {
  code: string;
}

interface Type extends Named {
  words: string[];
}

export interface Heading extends Named {
  /** Figures; the others are labels of the line. */
  figure: boolean;
}

export interface TableLayout extends Text {
  code: SeeaTable;
  /** Number in the standard. */
  number: string;
  /** Of all figures of the table; absent where each line has its own. */
  unit?: string;
  /** Lines that the table has; absent where lines are as many as there are services or variables. */
  lines?: readonly Named[];
  columns: readonly Heading[];
}

export const TOTAL = 'TOTAL';

const EXTENT_LINES: Named[] = [
  { code: 'opening', zh: '期初面积', en: 'Opening extent' },
  { code: 'managed_expansion', zh: '增加：人为扩大', en: 'Additions: managed expansion' },
  { code: 'unmanaged_expansion', zh: '增加：自然扩大', en: 'Additions: unmanaged expansion' },
  { code: 'managed_reduction', zh: '减少：人为缩小', en: 'Reductions: managed reduction' },
  { code: 'unmanaged_reduction', zh: '减少：自然缩小', en: 'Reductions: unmanaged reduction' },
  { code: 'net_change', zh: '净变化', en: 'Net change in extent' },
  { code: 'closing', zh: '期末面积', en: 'Closing extent' },
];
const ASSET_LINES: Named[] = [
  { code: 'opening', zh: '期初价值', en: 'Opening value' },
  { code: 'enhancement', zh: '生态系统改善', en: 'Ecosystem enhancement' },
  { code: 'degradation', zh: '生态系统退化', en: 'Ecosystem degradation' },
  { code: 'conversion_additions', zh: '生态系统转换：增加', en: 'Ecosystem conversions: additions' },
  { code: 'conversion_reductions', zh: '生态系统转换：减少', en: 'Ecosystem conversions: reductions' },
  { code: 'catastrophic_losses', zh: '其他物量变化：灾害损失', en: 'Other changes in volume: catastrophic losses' },
  { code: 'reappraisals', zh: '其他物量变化：重新评估', en: 'Other changes in volume: reappraisals' },
  { code: 'revaluations', zh: '重估价', en: 'Revaluations' },
  { code: 'net_change', zh: '净变化', en: 'Net change in value' },
  { code: 'closing', zh: '期末价值', en: 'Closing value' },
];

/** How lines move opening to closing: 1 adds, −1 takes away. Reappraisals and revaluations carry their own sign. */
export const FLOWS: Partial<Record<SeeaTable, Record<string, 1 | -1>>> = {
  extent: { managed_expansion: 1, unmanaged_expansion: 1, managed_reduction: -1, unmanaged_reduction: -1 },
  asset: {
    enhancement: 1,
    degradation: -1,
    conversion_additions: 1,
    conversion_reductions: -1,
    catastrophic_losses: -1,
    reappraisals: 1,
    revaluations: 1,
  },
};

const figure = (code: string, zh: string, en: string): Heading => ({ code, zh, en, figure: true });
const label = (code: string, zh: string, en: string): Heading => ({ code, zh, en, figure: false });
const total = figure(TOTAL, '合计', 'Total');

@Injectable()
export class SeeaLayout {
  readonly ecosystems: readonly Type[];
  readonly economy: readonly Named[];
  readonly tables: readonly TableLayout[];

  constructor({ configDir }: PlatformConfig) {
    const file = join(configDir, 'ecoproduct', 'seea.yaml');
    const { ecosystems, economy } = parse(readFileSync(file, 'utf8')) as { ecosystems: Type[]; economy: Named[] };
    if (!ecosystems?.length || !economy?.length) throw new Error(`${file} is not usable`);
    this.ecosystems = ecosystems;
    this.economy = economy;
    this.tables = tablesOf(ecosystems, economy);
  }

  table(code: string): TableLayout | undefined {
    return this.tables.find((table) => table.code === code);
  }

  /** The type that an account's word stands for; undefined where it is none of them. */
  ecosystem(word: string): string | undefined {
    const plain = word.trim().toLowerCase();
    return this.ecosystems.find(
      ({ code, zh, words }) => code.toLowerCase() === plain || zh === plain || words.includes(plain),
    )?.code;
  }
}

function tablesOf(ecosystems: readonly Named[], economy: readonly Named[]): TableLayout[] {
  const types = ecosystems.map(({ code, zh, en }) => figure(code, zh, en));
  const service = [label('service', '服务', 'Service'), label('unit', '单位', 'Unit')];
  const valued = [...service, label('valuation_method', '估值方法', 'Valuation method')];
  const supplied = [...types, figure('imports', '区外流入', 'Imports'), figure(TOTAL, '供给合计', 'Total supply')];
  const used = [
    ...economy.map(({ code, zh, en }) => figure(code, zh, en)),
    figure('exports', '流出区外', 'Exports'),
    figure(TOTAL, '使用合计', 'Total use'),
  ];
  const condition = [
    label('ecosystem_type', '生态系统类型', 'Ecosystem type'),
    label('ECT_class', '状况类别', 'ECT class'),
    label('variable', '变量', 'Variable'),
  ];
  const change = figure('change', '变化', 'Change');
  return [
    {
      code: 'extent',
      number: '4.1',
      zh: '生态系统范围账户',
      en: 'Ecosystem extent account',
      unit: 'ha',
      lines: EXTENT_LINES,
      columns: [...types, total],
    },
    {
      code: 'change',
      number: '4.2',
      zh: '生态系统类型变化矩阵',
      en: 'Ecosystem type change matrix',
      unit: 'ha',
      lines: [...ecosystems.map(({ code, zh, en }) => ({ code, zh, en })), { code: TOTAL, zh: '合计', en: 'Total' }],
      columns: [...types, total],
    },
    {
      code: 'condition_variable',
      number: '5.2',
      zh: '生态系统状况变量账户',
      en: 'Ecosystem condition variable account',
      columns: [
        ...condition,
        label('unit', '单位', 'Unit'),
        figure('opening', '期初值', 'Opening value'),
        figure('closing', '期末值', 'Closing value'),
        change,
      ],
    },
    {
      code: 'condition_indicator',
      number: '5.3',
      zh: '生态系统状况指标账户',
      en: 'Ecosystem condition indicator account',
      columns: [
        ...condition,
        figure('reference_upper', '参照上限', 'Upper reference level'),
        figure('reference_lower', '参照下限', 'Lower reference level'),
        figure('opening', '期初指标（0–1）', 'Opening indicator (0–1)'),
        figure('closing', '期末指标（0–1）', 'Closing indicator (0–1)'),
        figure('weight', '权重', 'Weight'),
        change,
      ],
    },
    {
      code: 'physical_supply',
      number: '7.1a',
      zh: '生态系统服务实物供给表',
      en: 'Physical supply of ecosystem services',
      columns: [...service, ...supplied],
    },
    {
      code: 'physical_use',
      number: '7.1b',
      zh: '生态系统服务实物使用表',
      en: 'Physical use of ecosystem services',
      columns: [...service, ...used],
    },
    {
      code: 'monetary_supply',
      number: '9.1a',
      zh: '生态系统服务价值供给表',
      en: 'Monetary supply of ecosystem services',
      columns: [...valued, ...supplied],
    },
    {
      code: 'monetary_use',
      number: '9.1b',
      zh: '生态系统服务价值使用表',
      en: 'Monetary use of ecosystem services',
      columns: [...valued, ...used],
    },
    {
      code: 'asset',
      number: '10.1',
      zh: '生态系统资产价值账户',
      en: 'Monetary ecosystem asset account',
      unit: '元',
      lines: ASSET_LINES,
      columns: [...types, total],
    },
  ];
}
