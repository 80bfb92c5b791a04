/** From the items of an issued GEP account to the supply and use tables: exact, with the origin and method of each figure. */
import { faultOf } from '@qingheng/platform';
import { allocate, type Fault, Rational, type Row } from '@qingheng/sheet';
import type { Services } from '../../service/services';
import '../account.messages';
import { type SeeaLayout, TOTAL } from './layout';
import type { SeeaLine, SeeaTables } from './tables';

/** Which economic units use a service, as shares of 1. */
export interface UseShare {
  /** As the account writes the service. */
  service: string;
  unit: string;
  share: string;
}

export interface BridgeSettings {
  /** Words of the account that are no SEEA type, and the type they go to. */
  ecosystems?: Record<string, string>;
  use?: UseShare[];
}

interface Flow {
  code: string;
  labels: Record<string, string>;
  service: string;
  cells: Map<string, Rational>;
}

const text = (row: Row, column: string): string => String(row[column] ?? '').trim();
const number = (row: Row, column: string): Rational => Rational.parse(text(row, column) || '0');

/**
 * Physical lines are by service and unit, monetary ones by service and valuation method, so that each line can be left out of
 * national accounts by itself. What came from outside stands in the column of imports. Use follows the shares given; a
 * service without shares stays unused, which the identities then name.
 */
export function tablesFromRun(
  items: readonly Row[],
  { ecosystems = {}, use = [] }: BridgeSettings,
  { layout, services }: { layout: SeeaLayout; services: Services },
): { tables: SeeaTables; faults: Fault[] } {
  const faults: Fault[] = [];
  const physical = new Map<string, Flow>();
  const monetary = new Map<string, Flow>();
  const unmapped = new Set<string>();
  for (const item of items) {
    const word = text(item, 'ecosystem');
    const type = layout.ecosystem(ecosystems[word] ?? word);
    if (!type) {
      if (!unmapped.has(word))
        faults.push(
          faultOf('ECOSYSTEM_UNMAPPED', { table: 'item', row: text(item, 'item_id'), column: 'ecosystem' }, { word }),
        );
      unmapped.add(word);
      continue;
    }
    const name = text(item, 'service');
    const known = services.named(name) ?? services.named(text(item, 'item_id'));
    const code = known?.seea ?? name;
    const label = known ? known.zh : name;
    const [quantity, outside] = [number(item, 'quantity'), number(item, 'outside_quantity')];
    const [unit, method] = [text(item, 'unit'), text(item, 'valuation_method')];
    const physicalFlow = flowOf(physical, `${code}${unit && `/${unit}`}`, name, { service: label, unit });
    add(physicalFlow, type, quantity.sub(outside));
    add(physicalFlow, 'imports', outside);
    const monetaryFlow = flowOf(monetary, `${code}${method && `/${method}`}`, name, {
      service: label,
      unit: '元',
      valuation_method: method,
    });
    add(monetaryFlow, type, number(item, 'value'));
    add(monetaryFlow, 'imports', number(item, 'outside_value'));
  }
  const shares = sharesOf(use, layout, faults);
  const decimalsOf = (flow: Flow) => Math.max(0, ...[...flow.cells.values()].map((value) => value.decimals() ?? 6));
  return {
    faults,
    tables: {
      physical_supply: [...physical.values()].map((flow) => lineOf(flow)),
      physical_use: [...physical.values()].map((flow) => used(flow, shares, decimalsOf(flow))),
      monetary_supply: [...monetary.values()].map((flow) => lineOf(flow)),
      monetary_use: [...monetary.values()].map((flow) => used(flow, shares, 2)),
    },
  };
}

function flowOf(flows: Map<string, Flow>, code: string, service: string, labels: Record<string, string>): Flow {
  const known = flows.get(code);
  if (known) return known;
  const flow = { code, service, labels, cells: new Map<string, Rational>() };
  flows.set(code, flow);
  return flow;
}

function add({ cells }: Flow, column: string, value: Rational): void {
  if (!value.isZero()) cells.set(column, (cells.get(column) ?? Rational.ZERO).add(value));
}

const written = (value: Rational): string => value.toFixed(value.decimals() ?? 6);
const sumOf = (values: Iterable<Rational>): Rational =>
  [...values].reduce((all, value) => all.add(value), Rational.ZERO);

function lineOf({ code, labels, cells }: Flow): SeeaLine {
  const entries = [...cells].map(([column, value]) => [column, written(value)] as const);
  return { code, labels, cells: { ...Object.fromEntries(entries), [TOTAL]: written(sumOf(cells.values())) } };
}

/** The shares of one line add up to it exactly: largest remainder. */
function used(flow: Flow, shares: Map<string, UseShare[]>, decimals: number): SeeaLine {
  const { code, labels } = flow;
  const own = shares.get(flow.service);
  const pool = sumOf(flow.cells.values());
  if (!own || pool.sign() <= 0) return { code, labels, cells: {} };
  const recipients = own.map(({ unit, share }) => ({ id: unit, weight: Rational.parse(share) }));
  const split = allocate(pool, recipients, decimals);
  if ('refused' in split) return { code, labels, cells: {} };
  const unit = 10n ** BigInt(decimals);
  const cells = own.map((one, i) => [one.unit, written(Rational.ratio(split.amounts[i]!, unit))] as const);
  return { code, labels, cells: { ...Object.fromEntries(cells), [TOTAL]: written(pool) } };
}

function sharesOf(use: readonly UseShare[], layout: SeeaLayout, faults: Fault[]): Map<string, UseShare[]> {
  const known = new Set([...layout.economy.map(({ code }) => code), 'exports']);
  const shares = new Map<string, UseShare[]>();
  for (const one of use) {
    if (!known.has(one.unit))
      faults.push(faultOf('USE_UNKNOWN_UNIT', { table: 'use', row: one.service, column: 'unit' }, { unit: one.unit }));
    shares.set(one.service, [...(shares.get(one.service) ?? []), one]);
  }
  for (const [service, own] of shares) {
    const sum = sumOf(own.map(({ share }) => Rational.parse(share)));
    if (!sum.equals(Rational.ONE))
      faults.push(
        faultOf('USE_SHARES', { table: 'use', row: service, column: 'share' }, { service, sum: written(sum) }),
      );
  }
  return shares;
}
