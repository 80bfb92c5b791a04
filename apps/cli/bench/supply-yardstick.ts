/** One demand of one gas by sparse LU, the way most tools calculate a footprint. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { System } from '@qingheng/supply';
import { sparseLu } from './sparse-lu';

export interface ByLu {
  by: string;
  ms: number;
  /** Undefined: it was stopped. */
  figure?: number;
}

/** T s = d, then f·s; as scipy's users do it (`splu` with its own ordering). Memory is limited: fill-in can be a matrix. */
const SCRIPT = `
import sys, time, resource
import numpy as np
from scipy.sparse import csc_matrix
from scipy.sparse.linalg import splu
folder, n, demand = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
start = np.fromfile(folder + '/start', np.int32)
row = np.fromfile(folder + '/row', np.int32)
value = np.fromfile(folder + '/value')
direct = np.fromfile(folder + '/direct')
technosphere = csc_matrix((value, row, start), shape=(n, n))
d = np.zeros(n)
d[demand] = 1
print('ready', flush=True)
began = time.perf_counter()
s = splu(technosphere).solve(d)
print('%.3f %r' % ((time.perf_counter() - began) * 1000, float(direct @ s)), flush=True)
`;

export async function demandByLu(system: System, demand: number, limitMs: number): Promise<ByLu> {
  return (await withScipy(system, demand, limitMs)) ?? withOwn(system, demand, limitMs);
}

async function withScipy(system: System, demand: number, limitMs: number): Promise<ByLu | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'qh-bench-'));
  const n = system.products.length;
  const { start, row, value } = technosphere(system);
  for (const [name, bytes] of Object.entries({ start, row, value, direct: system.direct[0]! }))
    writeFileSync(join(folder, name), bytes);
  const child = spawn('python3', ['-c', SCRIPT, folder, `${n}`, `${demand}`], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    return await new Promise<ByLu | undefined>((resolve) => {
      let text = '';
      let began = 0;
      let stopping: NodeJS.Timeout | undefined;
      child.on('error', () => resolve(undefined));
      child.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (began || !text.includes('ready')) return;
        began = performance.now();
        stopping = setTimeout(() => child.kill('SIGKILL'), limitMs);
      });
      child.on('close', () => {
        clearTimeout(stopping);
        if (!began) return resolve(undefined); // no Python, or none with scipy
        const [, ms, figure] = /ready\s+([\d.]+) (\S+)/.exec(text) ?? [];
        const done = { by: 'scipy SuperLU', ms: ms === undefined ? performance.now() - began : Number(ms) };
        return resolve(figure === undefined ? done : { ...done, figure: Number(figure) });
      });
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function withOwn(system: System, demand: number, limitMs: number): ByLu {
  const began = performance.now();
  const right = new Float64Array(system.products.length);
  right[demand] = 1;
  const s = sparseLu(technosphere(system), right, limitMs);
  const done = { by: 'our own sparse LU', ms: performance.now() - began };
  return s ? { ...done, figure: s.reduce((sum, made, j) => sum + made * system.direct[0]![j]!, 0) } : done;
}

/** I − A by column, rows in order. */
export function technosphere({ products, start, row, amount }: Omit<System, 'gases' | 'direct'>) {
  const n = products.length;
  const starts = new Int32Array(n + 1);
  const [rows, values]: [number[], number[]] = [[], []];
  for (let j = 0; j < n; j++) {
    const column = new Map([[j, 1]]);
    for (let k = start[j]!; k < start[j + 1]!; k++) column.set(row[k]!, (column.get(row[k]!) ?? 0) - amount[k]!);
    for (const [i, value] of [...column].sort(([a], [b]) => a - b)) {
      rows.push(i);
      values.push(value);
    }
    starts[j + 1] = rows.length;
  }
  return { start: starts, row: Int32Array.from(rows), value: Float64Array.from(values) };
}
