import { Refused, Usage, words, type Command } from '../command';
import type { Measured } from '../bench/measured';

/** What can be measured, each against a yardstick in the same run. */
const benches: Record<string, () => Promise<{ bench: (n?: number) => Promise<Measured> }>> = {
  sheet: () => import('../bench/sheet'),
  supply: () => import('../bench/supply'),
  raster: () => import('../bench/raster'),
  ledger: () => import('../bench/ledger'),
  reconcile: () => import('../bench/reconcile'),
  sink: () => import('../bench/sink'),
};

export const command: Command = async (args) => {
  const { positionals, values } = words(args, ['n']);
  const [name = ''] = positionals;
  const load = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!load) throw new Usage(`NAME is one of: ${Object.keys(benches).join(', ')}`);
  if (values.n !== undefined && !/^[1-9]\d{0,8}$/.test(values.n)) throw new Usage('--n is a whole number');
  const { bench } = await load();
  const { differences, ...measured } = await bench(values.n ? Number(values.n) : undefined);
  if (!differences) return measured;
  const message = {
    zh: `结果与对照不一致：${differences} 处`,
    en: `the result differs from the yardstick's in ${differences} places`,
  };
  throw new Refused([{ code: 'BENCH_DIFFERS', message }]);
};
