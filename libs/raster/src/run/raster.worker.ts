/** A thread that computes tiles until there are none left. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Plan } from './plan';
import { computeTiles, type ScratchFiles, type TileRange } from './tiles';

const { plan, range, control, scratch } = workerData as {
  plan: Plan;
  range: TileRange;
  control: SharedArrayBuffer;
  scratch?: ScratchFiles;
};
parentPort!.postMessage(computeTiles(plan, range, new Int32Array(control), scratch));
