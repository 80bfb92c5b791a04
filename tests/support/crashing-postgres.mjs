// A Postgres of its own that is killed with SIGKILL and started again on command; it writes to disk as the real one does.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startPostgres } from '../../tools/services/postgres.mjs';

const folder = mkdtempSync(join(tmpdir(), 'qingheng-crash-'));
chmodSync(folder, 0o755); // the database server may run as another user
const secrets = { ownerPassword: 'crash-test' };
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
const url = ({ port }) => `postgres://postgres:crash-test@127.0.0.1:${port}/qingheng`;

async function start() {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startPostgres({ folder, secrets, fast: false });
    } catch (error) {
      // The backends of the killed one need a moment to notice.
      if (attempt === 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

let server = await start();
say({ url: url(server) });
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'kill') {
    process.kill(server.pid, 'SIGKILL');
    server = await start();
    say({ url: url(server) });
  } else break;
}
process.kill(server.pid, 'SIGINT');
await new Promise((resolve) => setTimeout(resolve, 500));
rmSync(folder, { recursive: true, force: true });
process.exit(0);
