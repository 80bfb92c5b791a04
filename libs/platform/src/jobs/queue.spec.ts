/** The way to Redis may break at the worst moment. */
import { mkdtempSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlatformConfig } from '../config';
import { JobQueue } from './queue';

let server: Server;
afterEach(() => new Promise((resolve) => server.close(resolve)));

/** A server that takes the call, says nothing and hangs up. */
const rude = (held: (socket: Socket) => void): Promise<number> =>
  new Promise((resolve) => {
    server = createServer(held).listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });

it('ends quietly while the connection to Redis is still being sought', async () => {
  const unheard: unknown[] = [];
  const hear = (error: unknown) => unheard.push(error);
  process.on('unhandledRejection', hear);
  try {
    let called: (socket: Socket) => void = () => {};
    const caller = new Promise<Socket>((resolve) => (called = resolve));
    const port = await rude((socket) => called(socket));
    const dataDir = mkdtempSync(join(tmpdir(), 'qingheng-spec-'));
    const queue = new JobQueue(
      PlatformConfig.from({
        ...{ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none', QH_DATA_DIR: dataDir },
        REDIS_URL: `redis://127.0.0.1:${port}`,
      }),
    );
    const socket = await caller;
    const ended = queue.onApplicationShutdown();
    socket.resetAndDestroy();
    await ended;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(unheard).toEqual([]);
  } finally {
    process.off('unhandledRejection', hear);
  }
});
