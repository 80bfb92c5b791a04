/** Somebody signed in over HTTP, as a browser is. */
import { randomUUID } from 'node:crypto';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T & {
    code?: string;
    faults?: { table?: string; row?: string; column?: string; code: string; cell?: string }[];
  };
  headers: Headers;
}

export class Person {
  private cookie = '';

  /** `send` stands in for fetch where the service has a certificate of its own making. */
  constructor(
    readonly url: string,
    private readonly send: typeof fetch = fetch,
  ) {}

  static async signIn(url: string, username: string, password = 'qingheng-demo', send = fetch): Promise<Person> {
    const person = new Person(url, send);
    const { status } = await person.post('/auth/login', { username, password });
    if (status !== 200) throw new Error(`${username} could not sign in: ${status}`);
    return person;
  }

  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>> {
    return this.call('GET', path);
  }

  post<T = Record<string, unknown>>(path: string, body: unknown = {}, key: string = randomUUID()): Promise<Answer<T>> {
    return this.call('POST', path, body, { 'Idempotency-Key': key });
  }

  put<T = Record<string, unknown>>(path: string, body: unknown): Promise<Answer<T>> {
    return this.call('PUT', path, body);
  }

  async call<T>(method: string, path: string, body?: unknown, more: Record<string, string> = {}): Promise<Answer<T>> {
    const form = body instanceof FormData;
    const answer = await this.send(path.startsWith('/api') ? this.url + path : `${this.url}/api/v1${path}`, {
      method,
      headers: {
        'X-Requested-With': 'qingheng',
        'Accept-Language': 'en',
        ...(this.cookie && { Cookie: this.cookie }),
        ...(body !== undefined && !form && { 'Content-Type': 'application/json' }),
        ...more,
      },
      body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    });
    const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]!);
    if (cookies.length) this.cookie = cookies.join('; ');
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json');
    return {
      status: answer.status,
      body: (json ? JSON.parse(text) : { text }) as Answer<T>['body'],
      headers: answer.headers,
    };
  }

  /** A body that is no JSON. */
  raw(method: string, url: string, body: string | Buffer | ReadableStream, type: string): Promise<Response> {
    return fetch(url, {
      method,
      headers: { 'X-Requested-With': 'qingheng', 'Content-Type': type, Cookie: this.cookie },
      body: body as string,
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    });
  }

  async bytes(path: string): Promise<Buffer> {
    const answer = await fetch(`${this.url}/api/v1${path}`, { headers: { Cookie: this.cookie } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }
}

/** Asks until `done` accepts the answer. */
export async function until<T>(
  ask: () => Promise<T>,
  done: (answer: T) => boolean,
  what: string,
  ms = 60_000,
): Promise<T> {
  const deadline = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (done(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`${what} did not come about within ${ms / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
