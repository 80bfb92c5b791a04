/** CO2 equivalents of a vector of gases: a dot product with a set of GWPs, exact in decimals. */
import { Rational } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';

export type Gases = Readonly<Record<string, string>>;
/** Set → gas → GWP over 100 years. */
export type GwpSets = ReadonlyMap<string, ReadonlyMap<string, string>>;

export async function gwpSetsOf(manager: EntityManager): Promise<GwpSets> {
  const rows: { set: string; gas: string; value: string }[] = await manager.query(
    `SELECT set_id AS set, gas, value::text FROM gwp_value_current WHERE horizon = 100 ORDER BY set_id, gas`,
  );
  const sets = new Map<string, Map<string, string>>();
  for (const { set, gas, value } of rows) sets.set(set, (sets.get(set) ?? new Map<string, string>()).set(gas, value));
  return sets;
}

/** Undefined where the set does not name one of the gases: it is never left out silently. */
export function co2eOf(gases: Gases, set: ReadonlyMap<string, string> | undefined): Rational | undefined {
  let sum = Rational.parse('0');
  for (const [gas, amount] of Object.entries(gases)) {
    const gwp = set?.get(gas);
    if (gwp === undefined) return undefined;
    sum = sum.add(Rational.parse(amount).mul(Rational.parse(gwp)));
  }
  return sum;
}

/** What a version says in each set that names all its gases; empty where its gases are not known apart. */
export function co2eBySet({ gases }: { gases: Gases | null }, sets: GwpSets): { set: string; value: string }[] {
  if (!gases) return [];
  return [...sets].flatMap(([set, values]) => {
    const value = co2eOf(gases, values)?.toDecimalString();
    return value === undefined ? [] : [{ set, value }];
  });
}
