// A small client of the service's HTTP interface for the demo: one signed-in person each.
import { randomUUID } from 'node:crypto';

export class Person {
  constructor(url, name) {
    this.url = url;
    this.name = name;
  }

  static async signIn(url, username, password) {
    const person = new Person(url, username);
    await person.call('POST', '/api/v1/auth/login', { username, password });
    return person;
  }

  /** A file as the body itself. */
  send(path, text, type) {
    return this.call('POST', path, text, type);
  }

  /** A file that is not text, as it came. */
  async bytes(path) {
    const answer = await fetch(this.url + path, { headers: { Cookie: this.cookie } });
    if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${(await answer.text()).slice(0, 800)}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  async call(method, path, body, type) {
    const whole = body instanceof FormData || type !== undefined;
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        'X-Requested-With': 'qingheng',
        'Accept-Language': 'en',
        ...(type !== undefined && { 'Content-Type': type }),
        ...(body !== undefined && !whole && { 'Content-Type': 'application/json' }),
        ...(method === 'POST' && { 'Idempotency-Key': randomUUID() }),
        ...(this.cookie && { Cookie: this.cookie }),
      },
      body: body === undefined || whole ? body : JSON.stringify(body),
    });
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
    if (cookie.length) this.cookie = cookie.join('; ');
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 800)}`);
    return text && answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
  }

  get(path) {
    return this.call('GET', path);
  }

  post(path, body = {}) {
    return this.call('POST', path, body);
  }
}

/** Asks until `done` accepts the answer; ends with an error after a minute. */
export async function until(ask, done, what) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (done(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`${what} did not finish within a minute`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
