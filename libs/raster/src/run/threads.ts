/** Runs the tiles of a plan on so many threads. One thread, too, is a worker: the caller goes on answering requests. */
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SheetFaults } from '@qingheng/sheet';
import { refused } from '../fault';
import type { RunOptions } from './job';
import type { Plan } from './plan';
import { CONTROL, type ScratchFiles, type TileRange, type TilesDone } from './tiles';

export interface ThreadDone extends TilesDone {
  scratch?: ScratchFiles;
}

const PROGRESS_MS = 100;

export interface Written {
  /** The result itself, where its tiles have a place from the beginning. */
  direct?: { path: string; begin: number };
  /** Memory for the halved tiles. */
  blocks?: SharedArrayBuffer;
}

export async function onThreads(
  plan: Plan,
  range: TileRange,
  folder: string | undefined,
  { direct, blocks }: Written,
  { threads = 1, signal, onProgress, execArgv }: RunOptions,
): Promise<ThreadDone[]> {
  const total = range.to - range.from;
  const shared = new SharedArrayBuffer(12);
  const control = new Int32Array(shared);
  const stop = (): void => void Atomics.store(control, CONTROL.stop, 1);
  if (signal?.aborted) throw cancelled();
  signal?.addEventListener('abort', stop, { once: true });
  const timer = onProgress && setInterval(() => onProgress(Atomics.load(control, CONTROL.done), total), PROGRESS_MS);
  try {
    const done = await Promise.all(
      Array.from({ length: Math.max(1, Math.min(threads, total)) }, async (_, i): Promise<ThreadDone> => {
        const scratch = folder && {
          tiles: direct?.path ?? join(folder, `tiles-${i}`),
          blocks: join(folder, `blocks-${i}`),
          ...(direct && { begin: direct.begin }),
          ...(blocks && { shared: blocks }),
        };
        const worker = new Worker(join(__dirname, `raster.worker${extname(__filename)}`), {
          workerData: { plan, range, control: shared, scratch },
          ...(execArgv && { execArgv }),
        });
        return { ...(await answer(worker, stop)), ...(scratch && { scratch }) };
      }),
    );
    if (signal?.aborted) throw cancelled();
    const failed = done.flatMap((d) => d.failed ?? []).sort((a, b) => a.tile - b.tile)[0];
    if (failed) throw new SheetFaults(failed.faults);
    onProgress?.(total, total);
    return done;
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** When a thread dies, the others are told to stop, and all have ended before the caller hears of it. */
function answer(worker: Worker, stop: () => void): Promise<TilesDone> {
  return new Promise((resolve, reject) => {
    let result: TilesDone | undefined;
    let fault: unknown;
    worker.on('message', (message: TilesDone) => (result = message));
    worker.on('error', (error) => {
      fault = error;
      stop();
    });
    worker.on('exit', (code) => {
      if (result && !fault) resolve(result);
      else reject((fault as Error) ?? new Error(`a raster thread ended with ${code}`));
    });
  });
}

const cancelled = () => refused('CANCELLED', 'result', ['已取消', 'the calculation was cancelled']);
