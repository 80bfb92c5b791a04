// Runs the whole service for a test, in a folder of its own. Commands come in and answers go out line by line.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { launch } from '../../tools/launch.mjs';

const dataFolder = mkdtempSync(join(tmpdir(), 'qingheng-test-'));
chmodSync(dataFolder, 0o755); // the database server may run as another user
process.env.QH_PORT = '0';
process.env.QH_LEASE_SECONDS = '3';
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

try {
  const service = await launch({ demo: true, dataFolder });
  say({ url: service.url, env: service.env });
  const commands = {
    kill: (name) => service.kill(name),
    start: (name) => service.start(name),
    stop: () => service.stop(),
  };
  for await (const line of createInterface({ input: process.stdin })) {
    const [command, argument] = line.split(' ');
    await commands[command](argument);
    say({ done: line });
    if (command === 'stop') break;
  }
  await service.stop();
  rmSync(dataFolder, { recursive: true, force: true });
  process.exit(0);
} catch (error) {
  say({ error: error.message });
  process.exit(1);
}
