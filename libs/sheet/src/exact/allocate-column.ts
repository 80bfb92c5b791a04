/** The `allocate` operator over the rows of a table. */
import { Scope } from '../check/scope';
import type { Node } from '../ast';
import { fault, text } from '../fault';
import type { ComputedColumn, Fault, Sheet, Table } from '../model';
import { walk } from '../check/node-types';
import { allocate } from '../operators/allocate';
import { Rational } from '../rational';
import type { Evaluator, Place } from './evaluate';
import type { LiveRow } from './live-rows';

type Attempt = <T>(place: Pick<Fault, 'table' | 'row' | 'column'>, evaluate: () => T) => T | undefined;

interface Share {
  id: string;
  pool: Rational;
  weight: Rational;
  floor?: Rational;
  cap?: Rational;
}

/**
 * One pool for the whole table, or, where the pool stands in a table above, one for the rows below each of its rows. No
 * faults and no amounts: some row rests on a cell that failed.
 */
export function allocateColumn(
  sheet: Sheet,
  table: Table,
  column: ComputedColumn,
  rows: LiveRow[],
  evaluator: Evaluator,
  attempt: Attempt,
): { amounts: Rational[] } | { faults: Fault[] } {
  const asts = column.operator!.asts!;
  const read = (name: string, place: Place): Rational | undefined => {
    const ast = asts[name];
    return ast && (evaluator.value(ast, place) as Rational | undefined);
  };
  const shares = rows.map((row) =>
    attempt({ table: table.name, row: row.key, column: column.name }, (): Share => {
      const place = { table: table.name, row };
      const pool = evaluator.number(asts.pool!, place) as Rational;
      const weight = evaluator.number(asts.weight!, place) as Rational;
      return { id: row.key, pool, weight, floor: read('floor', place), cap: read('cap', place) };
    }),
  );
  if (shares.includes(undefined)) return { faults: [] };
  const above = poolTable(sheet, table, asts.pool!);
  const pools = new Map<LiveRow | undefined, number[]>();
  for (const [i, row] of rows.entries()) {
    const owner = above === undefined ? undefined : evaluator.rowOf(above, { table: table.name, row });
    const members = pools.get(owner);
    if (members) members.push(i);
    else pools.set(owner, [i]);
  }
  const amounts = new Array<Rational>(rows.length);
  const faults: Fault[] = [];
  const unit = 10n ** BigInt(column.decimals!);
  for (const members of pools.values()) {
    const own = members.map((i) => shares[i]!);
    const [first] = own;
    const other = own.find((share) => !share.pool.equals(first!.pool));
    if (other) {
      faults.push(
        fault('POOL_DIFFERS', { table: table.name, row: other.id, column: column.name }, REASONS.POOL_DIFFERS!),
      );
      continue;
    }
    const result = allocate(first!.pool, own, column.decimals!);
    if ('amounts' in result)
      result.amounts.forEach((amount, i) => (amounts[members[i]!] = Rational.ratio(amount, unit)));
    else for (const refused of result.refused) faults.push(refusal(sheet, table, column, refused));
  }
  return faults.length ? { faults } : { amounts };
}

/** Named at the input where the argument is one, at the parameter where the pool is one, otherwise at the column. */
function refusal(
  sheet: Sheet,
  table: Table,
  column: ComputedColumn,
  refused: { code: string; id?: string; argument?: string },
): Fault {
  const ast = refused.argument ? column.operator!.asts![refused.argument] : undefined;
  const reason = REASONS[refused.code] ?? REASONS.OUT_OF_RANGE!;
  const reference = ast && [...walk(ast)].find((node) => node.kind === 'name');
  const found = reference && new Scope(sheet, table).resolve(reference);
  if (found?.kind === 'parameter')
    return fault(refused.code, { table: 'parameters', column: found.parameter.name }, reason);
  const name = found?.kind === 'column' && found.table === table ? found.column.name : column.name;
  return fault(refused.code, { table: table.name, row: refused.id, column: name }, reason);
}

/** The table above in which the pool stands, if it does. */
function poolTable(sheet: Sheet, table: Table, pool: Node): string | undefined {
  const scope = new Scope(sheet, table);
  for (const node of walk(pool)) {
    if (node.kind === 'member' && scope.ancestors().some((t) => t.name === node.table)) return node.table;
  }
  return undefined;
}

const REASONS: Record<string, Fault['message']> = {
  FLOORS_EXCEED_POOL: text('各保底之和超过资金总额', 'the floors add up to more than the pool'),
  FLOOR_OVER_CAP: text('保底高于封顶', 'the floor is above the cap'),
  TOO_MANY_DECIMALS: text('小数位数过多', 'too many decimals'),
  OUT_OF_RANGE: text('不能为负', 'must not be negative'),
  WEIGHTS_TOO_FINE: text(
    '权重的分母过多，请先 round',
    'the weights have too many unlike denominators: round() them first',
  ),
  POOL_DIFFERS: text('同一次分配中各行的资金总额不同', 'rows that share a pool give different pools'),
};
