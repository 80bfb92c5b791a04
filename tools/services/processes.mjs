// Processes and ports: the few things both servers need.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether the process lives and, where the system tells, whether it still is the program we started. */
export function alive(pid, program) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    // A zombie has ended; only its parent has not heard of it yet. A reused number belongs to another program.
    if (/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return false;
    return !program || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program);
  } catch {
    return false;
  }
}

/** Asks a process to end and waits; after 15 s it is ended. */
export async function kill(pid, signal = 'SIGTERM') {
  if (!alive(pid)) return;
  process.kill(pid, signal);
  for (let waited = 0; alive(pid); waited += 20) {
    if (waited > 15_000) {
      process.kill(pid, 'SIGKILL');
      return;
    }
    await sleep(20);
  }
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
