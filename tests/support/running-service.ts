/** The whole service for a test: Postgres, Redis, API and worker, each really running and really killed when asked. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunningService {
  url: string;
  env: Record<string, string>;
  kill(name: 'api' | 'worker'): Promise<void>;
  start(name: 'api' | 'worker'): Promise<void>;
  stop(): Promise<void>;
}

/** `env` is more of its environment, e.g. `{ QH_TLS: 'self-signed' }`. */
export async function runningService(env: Record<string, string> = {}): Promise<RunningService> {
  const child = spawn(process.execPath, [join(__dirname, 'serve.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Record<string, unknown>> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('the service under test is gone');
    const message = JSON.parse(value as string) as Record<string, unknown>;
    if (message.error) throw new Error(String(message.error));
    return message;
  };
  const send = async (command: string): Promise<void> => {
    child.stdin.write(`${command}\n`);
    await next();
  };
  const { url, env: made } = await next();
  return {
    url: url as string,
    env: made as Record<string, string>,
    kill: (name) => send(`kill ${name}`),
    start: (name) => send(`start ${name}`),
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await send('stop');
      await gone;
    },
  };
}
