/** A job with its headers read, its formula compiled and everything refused that can be refused before a cell is read. */
import { cellFormula, conversionFactor, parseUnit, type CellFormula, type InputColumn } from '@qingheng/sheet';
import { refused } from '../fault';
import { cellAreas } from '../grid/cell-area';
import { mustMatch, type Grid } from '../grid/grid';
import { CARRY, compile, type Binding, type KernelPlan, type KernelShape } from '../kernel/compile';
import { layoutOf, tableBytes, type StripLayout } from '../kernel/strip-layout';
import { compileVector } from '../kernel/vector';
import type { Header } from '../tiff/header';
import { RasterFile } from '../tiff/raster-file';
import type { RasterJob, Zone } from './job';

/** Areas are added up in whole tenths of a square millimetre times a thousand: 10^-4 m². */
export const AREA_DECIMALS = 4;
export const RESULT_NODATA = -3.4028234663852886e38;
const MOST_ZONE_CODE = 10_000_000;
const MOST_SUMS = 4_000_000;
const MOST_DECIMALS = 9;

interface CodeRaster {
  path: string;
  name: string;
  nodata: number;
}

/** All a worker needs; goes to it as a message. */
export interface Plan {
  grid: Omit<Grid, 'crs'>;
  tile: number;
  across: number;
  down: number;
  rasters: { name: string; path: string }[];
  zones?: [CodeRaster];
  classes?: [CodeRaster];
  classCount: number;
  kernel: KernelPlan & { vectors?: Uint8Array<ArrayBuffer> };
  layout: StripLayout & { tables: number[] };
  zoneIndex: Int32Array;
  classIndex: Int32Array;
  /** Places among the sums. */
  groups: number;
  weights: Float64Array;
  areaLo: Float64Array;
  areaHi: Float64Array;
  result?: { compress: boolean };
}

export interface Prepared {
  plan: Plan;
  formula: CellFormula;
  header: Header;
  zones: readonly Zone[];
  classCodes: readonly number[];
  /** One area for all cells, in whole units of AREA_DECIMALS; absent where rows differ. */
  cellArea?: bigint;
}

export function planOf(job: RasterJob): Prepared {
  const formula = cellFormula(job.sheet, job.table, job.column, job);
  const headers: { name: string; header: Header }[] = [];
  const head = (path: string, name: string): Header => {
    const file = RasterFile.open(path, name);
    file.close();
    headers.push({ name, header: file.header });
    return file.header;
  };
  const rasters: Plan['rasters'] = [];
  const bindings: Record<string, Binding> = {};
  for (const input of formula.inputs) {
    const factor = Object.hasOwn(job.factors, input.name) ? job.factors[input.name] : undefined;
    if (!factor) throw refused('REQUIRED', input.name, ['缺少这一因子', 'this factor is missing']);
    bindings[input.name] =
      'raster' in factor
        ? rasterBinding(input, factor, head(factor.raster, input.name), rasters)
        : { kind: 'number', value: valueOf(input, factor.value) };
  }
  for (const name of Object.keys(job.factors))
    if (!bindings[name])
      throw refused('UNKNOWN_FACTOR', name, ['公式不用这一因子', 'the formula does not use this factor']);
  const zoneHeader = job.zones && wholeNumbers(head(job.zones.raster, 'zones'), 'zones');
  const classHeader = job.classes && wholeNumbers(head(job.classes.raster, 'classes'), 'classes');
  const first = headers[0];
  if (!first) throw refused('NO_RASTER', job.column, ['没有一个因子是栅格', 'no factor is a raster']);
  for (const other of headers.slice(1))
    mustMatch({ name: first.name, grid: first.header.grid }, { name: other.name, grid: other.header.grid });

  const { grid, chunk, tiled } = first.header;
  const zones = job.zones ? checkedZones(job.zones.list) : [{ code: 0 }];
  const classCodes = job.classes?.codes ?? [];
  const weights = cellAreas(first.name, grid, job.planarAreas);
  const areas = weights.map((area) => Math.round(area * 10 ** AREA_DECIMALS));
  const even = areas.every((area) => area === areas[0]);
  const factor = perCell(job, formula.unit) * 10 ** job.total.decimals;
  for (let row = 0; row < weights.length; row++)
    weights[row] = job.total.per === 'area' ? weights[row]! * factor : factor;
  const groups = zones.length * (job.classes ? classCodes.length + 1 : 1);
  if (groups > MOST_SUMS)
    throw refused('TOO_MANY_SUMS', 'zones', [`分区与类别共 ${groups} 组`, `zones and classes make ${groups} sums`]);
  const shape: KernelShape = {
    bindings,
    ...(zoneHeader && { zones: { nodata: zoneHeader.nodata } }),
    ...(classHeader && { classes: { nodata: classHeader.nodata } }),
    classCount: classCodes.length,
    areas: !even,
    result: job.result !== undefined,
    resultNodata: RESULT_NODATA,
  };
  // Tiles of the rasters themselves are read in one piece.
  const fits = tiled && chunk.width === chunk.height && chunk.width % 16 === 0 && chunk.width >= 128;
  const tile = fits && chunk.width <= 1024 ? chunk.width : 512;
  const types = {
    rasters: rasters.map(({ name }) => headers.find((h) => h.name === name)!.header.type),
    ...(zoneHeader && { zones: zoneHeader.type }),
    ...(classHeader && { classes: classHeader.type }),
  };
  const tables = tableBytes(formula);
  const layout = layoutOf(tile, types, shape.result, tables.bytes);
  const vectors = compileVector(formula, shape, types, layout);
  return {
    formula,
    header: first.header,
    zones,
    classCodes,
    ...(even && { cellArea: BigInt(areas[0]!) }),
    plan: {
      grid: { width: grid.width, height: grid.height, x: grid.x, y: grid.y, dx: grid.dx, dy: grid.dy },
      tile,
      across: Math.ceil(grid.width / tile),
      down: Math.ceil(grid.height / tile),
      rasters,
      ...(zoneHeader && { zones: [{ path: job.zones!.raster, name: 'zones', nodata: zoneHeader.nodata }] }),
      ...(classHeader && { classes: [{ path: job.classes!.raster, name: 'classes', nodata: classHeader.nodata }] }),
      classCount: classCodes.length,
      kernel: { ...compile(formula, shape), ...(vectors && { vectors }) },
      layout: { ...layout, tables: tables.at },
      zoneIndex: indexOf(zones.map(({ code }) => code)),
      classIndex: indexOf(classCodes),
      groups,
      weights,
      areaLo: areas.map((area) => area % CARRY),
      areaHi: areas.map((area) => Math.floor(area / CARRY)),
      ...(job.result && { result: { compress: job.result.compress !== false } }),
    },
  };
}

function rasterBinding(
  input: InputColumn,
  factor: { raster: string; unit?: string },
  header: Header,
  rasters: Plan['rasters'],
): Binding {
  if (input.type === 'text') wholeNumbers(header, input.name);
  else if (factor.unit !== undefined && factor.unit !== input.unit) {
    const ratio = conversionFactor(unitOf(input.name, factor.unit), parseUnit(input.unit))?.toNumber();
    if (ratio !== 1)
      throw refused(
        'UNIT_MISMATCH',
        input.name,
        [
          `单位为 ${factor.unit}，公式要求 ${input.unit}`,
          `its unit is ${factor.unit}, the formula asks for ${input.unit}`,
        ],
        ['先换算单位', 'convert it first'],
      );
  }
  const limit = (text?: string): number | undefined => (text === undefined ? undefined : Number(text));
  rasters.push({ name: input.name, path: factor.raster });
  return {
    kind: 'raster',
    index: rasters.length - 1,
    nodata: header.nodata,
    min: limit(input.min),
    max: limit(input.max),
    above: limit(input.above),
    below: limit(input.below),
  };
}

function valueOf(input: InputColumn, text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(value))
    throw refused('NOT_A_NUMBER', input.name, [
      `“${text.slice(0, 40)}”不是数`,
      `"${text.slice(0, 40)}" is not a number`,
    ]);
  const { min, max, above, below } = input;
  const outside =
    (min !== undefined && value < Number(min)) ||
    (max !== undefined && value > Number(max)) ||
    (above !== undefined && value <= Number(above)) ||
    (below !== undefined && value >= Number(below));
  if (outside) throw refused('OUT_OF_RANGE', input.name, [`${text} 超出允许范围`, `${text} is out of range`]);
  return value;
}

function unitOf(name: string, unit: string) {
  try {
    return parseUnit(unit);
  } catch {
    throw refused('UNKNOWN_UNIT', name, [`不认识单位“${unit}”`, `unknown unit "${unit}"`]);
  }
}

/** Square metres times the column, or the column itself, in the unit of the total. */
function perCell({ total, column }: RasterJob, unit: string): number {
  if (!Number.isInteger(total.decimals) || total.decimals < 0 || total.decimals > MOST_DECIMALS)
    throw refused('OUT_OF_RANGE', column, [
      `小数位数须为 0 到 ${MOST_DECIMALS}`,
      `decimals go from 0 to ${MOST_DECIMALS}`,
    ]);
  const from = unitOf(column, total.per === 'area' ? (unit === '1' ? 'm²' : `m²·${unit}`) : unit);
  const factor = conversionFactor(from, unitOf(column, total.unit));
  if (!factor)
    throw refused('UNIT_MISMATCH', column, [
      `${unit}${total.per === 'area' ? ' × 面积' : ''}得不到 ${total.unit}`,
      `${unit}${total.per === 'area' ? ' times area' : ''} does not give ${total.unit}`,
    ]);
  return factor.toNumber();
}

function wholeNumbers(header: Header, name: string): Header {
  if (!header.type.startsWith('f')) return header;
  throw refused(
    'RASTER_NOT_CLASSES',
    name,
    ['分区、分类须为整数栅格', 'zones and classes are rasters of whole numbers'],
    ['以整数类型导出', 'export it with an integer type'],
  );
}

function checkedZones(list: readonly Zone[]): readonly Zone[] {
  const codes = new Map<number, Zone>();
  for (const zone of list) {
    const { code } = zone;
    if (!Number.isInteger(code) || code < 0 || code > MOST_ZONE_CODE)
      throw refused('ZONE_CODE', 'zones', [
        `分区代码 ${code} 须为 0 到 ${MOST_ZONE_CODE} 的整数`,
        `the zone code ${code} must be a whole number from 0 to ${MOST_ZONE_CODE}`,
      ]);
    if (codes.has(code))
      throw refused('DUPLICATE_KEY', 'zones', [`分区 ${code} 重复`, `zone ${code} occurs twice`], undefined, {
        row: String(code),
      });
    codes.set(code, zone);
  }
  for (const { code } of list) {
    const passed = new Set([code]);
    for (let at = codes.get(code)!.parent; at !== undefined; at = codes.get(at)!.parent) {
      const place = { row: String(code) };
      if (!codes.has(at))
        throw refused('UNKNOWN_KEY', 'zones', [`上级 ${at} 不存在`, `there is no parent ${at}`], undefined, place);
      if (passed.has(at))
        throw refused(
          'ZONE_CIRCLE',
          'zones',
          [`分区 ${at} 隶属成环`, `zone ${at} is part of itself`],
          undefined,
          place,
        );
      passed.add(at);
    }
  }
  if (!list.length) throw refused('EMPTY_TABLE', 'zones', ['没有分区', 'there are no zones']);
  return list;
}

function indexOf(codes: readonly number[]): Int32Array {
  const index = new Int32Array(codes.length ? Math.max(...codes) + 1 : 0).fill(-1);
  codes.forEach((code, i) => (index[code] = i));
  return index;
}
