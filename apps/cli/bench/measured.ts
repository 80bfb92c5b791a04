export interface Measured {
  name: string;
  ours: number;
  yardstick: number;
  ratio: number;
  unit: string;
  n: number;
  /** Further figures of the same run. */
  more?: object;
  /** Most memory that the process held at any time, both sides and the comparison included. */
  peakRssMb: number;
  /** Places where the two results differ: the measure is worth nothing unless there are none. */
  differences: number;
}

/** Runs both in turn and keeps the best of each, in milliseconds. */
export async function alternate(
  times: number,
  ours: () => Promise<unknown>,
  yardstick: () => Promise<unknown>,
): Promise<{ ours: number; yardstick: number; ratio: number }> {
  const best = { ours: Infinity, yardstick: Infinity };
  for (let i = 0; i < times; i++) {
    for (const [name, run] of [['ours', ours] as const, ['yardstick', yardstick] as const]) {
      const started = performance.now();
      await run();
      best[name] = Math.min(best[name], performance.now() - started);
    }
  }
  const round = (x: number, unit: number): number => Math.round(x * unit) / unit;
  return {
    ours: round(best.ours, 10),
    yardstick: round(best.yardstick, 10),
    ratio: round(best.ours / best.yardstick, 1000),
  };
}

export const peakRssMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
