/**
 * The units of the field. Each atom is an exact multiple of a product of base dimensions.
 * Substances (CO2e, CH4, C …) are dimensions of their own: a tonne of CO2e is not a tonne of aluminium.
 * Energy and money are bases, since no account here derives them.
 */
export type Dimensions = Record<string, number>;
export type Atom = readonly [scale: string, dimensions: Dimensions];

const mass = { mass: 1 };
const energy = { energy: 1 };
const length = { length: 1 };
const area = { length: 2 };
const volume = { length: 3 };
const time = { time: 1 };
const money = { money: 1 };
const none = {};

export const ATOMS: Record<string, Atom> = {
  1: ['1', none],
  '%': ['0.01', none],
  '‰': ['0.001', none],
  ppm: ['0.000001', none],
  kg: ['1', mass],
  g: ['0.001', mass],
  mg: ['0.000001', mass],
  t: ['1000', mass],
  万t: ['10000000', mass],
  MJ: ['1', energy],
  kJ: ['0.001', energy],
  GJ: ['1000', energy],
  TJ: ['1000000', energy],
  kWh: ['3.6', energy],
  MWh: ['3600', energy],
  GWh: ['3600000', energy],
  万kWh: ['36000', energy],
  // 1 kgce = 29.3076 MJ: the conversion of GB/T 2589-2020.
  kgce: ['29.3076', energy],
  tce: ['29307.6', energy],
  mm: ['0.001', length],
  cm: ['0.01', length],
  m: ['1', length],
  km: ['1000', length],
  'm²': ['1', area],
  m2: ['1', area],
  'km²': ['1000000', area],
  km2: ['1000000', area],
  'hm²': ['10000', area],
  hm2: ['10000', area],
  ha: ['10000', area],
  // 15 亩 = 1 hm².
  亩: ['2000/3', area],
  万亩: ['20000000/3', area],
  亿亩: ['200000000000/3', area],
  'm³': ['1', volume],
  m3: ['1', volume],
  '万m³': ['10000', volume],
  '亿m³': ['100000000', volume],
  L: ['0.001', volume],
  tkm: ['1000000', { mass: 1, length: 1 }],
  // Gas at standard conditions: a quantity of gas, not the volume it fills.
  'Nm³': ['1', { 'gas volume': 1 }],
  Nm3: ['1', { 'gas volume': 1 }],
  '万Nm³': ['10000', { 'gas volume': 1 }],
  a: ['1', { year: 1 }],
  年: ['1', { year: 1 }],
  yr: ['1', { year: 1 }],
  月: ['1/12', { year: 1 }],
  d: ['24', time],
  天: ['24', time],
  h: ['1', time],
  min: ['1/60', time],
  分: ['0.01', money],
  元: ['1', money],
  CNY: ['1', money],
  万元: ['10000', money],
  亿元: ['100000000', money],
  羊单位: ['1', { 'sheep unit': 1 }],
  头: ['1', { head: 1 }],
  head: ['1', { head: 1 }],
  只: ['1', { head: 1 }],
  人: ['1', { person: 1 }],
  pkm: ['1000', { person: 1, length: 1 }],
  人次: ['1', { trip: 1 }],
  户: ['1', { household: 1 }],
  件: ['1', { piece: 1 }],
  piece: ['1', { piece: 1 }],
  株: ['1', { stem: 1 }],
  张: ['1', { certificate: 1 }],
  mV: ['1', { millivolt: 1 }],
  W: ['0.0036', { energy: 1, time: -1 }],
  kW: ['3.6', { energy: 1, time: -1 }],
  MW: ['3600', { energy: 1, time: -1 }],
  '°C': ['1', { temperature: 1 }],
  ...Object.fromEntries(
    [
      ...['CO2e', 'CO2', 'CH4', 'N2O', 'CF4', 'C2F6', 'SF6', 'NF3', 'HFC-23', 'HFC-32', 'HFC-134a', 'C', 'N', 'P', 'S'],
      ...['SO2', 'NOx', 'COD', 'NH3-N', 'O2', 'Al', 'clinker', 'd.m.'],
    ].map((substance) => [substance, ['1', { [substance]: 1 }] as const]),
  ),
};
