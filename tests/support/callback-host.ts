/** A partner's host on loopback, as a conformance tool has one: gives out tokens, takes events, keeps them. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TakenEvent {
  path: string;
  authorization?: string;
  contentType?: string;
  event: { type: string; id: string; source: string; data: Record<string, unknown> };
}

export class CallbackHost {
  readonly events: TakenEvent[] = [];
  readonly tokenRequests: string[] = [];
  /** What the host answers an event with. */
  answer = 200;
  /** Footprints it can be asked for, by id. */
  readonly footprints = new Map<string, object>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<CallbackHost> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = new CallbackHost(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      void bodyOf(request).then((body) => {
        const { status, content } = host.reply(request, body);
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(content && JSON.stringify(content));
      });
    });
    return host;
  }

  get host(): string {
    return new URL(this.url).host;
  }

  /** The first event that fits. */
  async event(fits: (taken: TakenEvent) => boolean, ms = 30_000): Promise<TakenEvent> {
    const deadline = Date.now() + ms;
    for (;;) {
      const found = this.events.find(fits);
      if (found) return found;
      if (Date.now() > deadline) throw new Error('the event did not come');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  stop(): Promise<unknown> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  private reply(request: IncomingMessage, body: string): { status: number; content?: object } {
    const { method, url = '' } = request;
    if (method === 'POST' && url === '/auth/token') {
      this.tokenRequests.push(request.headers.authorization ?? '');
      return { status: 200, content: { access_token: 'callback-token', token_type: 'Bearer', expires_in: 3600 } };
    }
    if (method === 'POST' && /^\/[23]\/events$/.test(url)) {
      if (this.answer === 200)
        this.events.push({
          path: url,
          authorization: request.headers.authorization,
          contentType: request.headers['content-type'],
          event: JSON.parse(body) as TakenEvent['event'],
        });
      return { status: this.answer };
    }
    const id = /^\/3\/footprints\/([^/?]+)$/.exec(url)?.[1];
    const footprint = id && this.footprints.get(id);
    if (footprint) return { status: 200, content: { data: footprint } };
    if (url.startsWith('/3/footprints') && !id)
      return { status: 200, content: { data: [...this.footprints.values()] } };
    return { status: 404, content: { code: 'NotFound', message: 'nothing here' } };
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
