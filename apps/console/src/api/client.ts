import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './generated';
import { Problem, problemOf } from './problem';

type Listener = () => void;
const sessionEnded = new Set<Listener>();

/** Called when the service says that the session is over: the page asks to sign in again, keeping what is typed. */
export function onSessionEnded(listener: Listener): () => void {
  sessionEnded.add(listener);
  return () => sessionEnded.delete(listener);
}

let language = 'zh';
export const setRequestLanguage = (next: string) => (language = next);
export const requestHeaders = () => ({ 'Accept-Language': language });
export const sessionIsOver = () => sessionEnded.forEach((listener) => listener());

/** `crypto.randomUUID` exists only on https and localhost; a service in a house network may be plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

const house: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language);
    if (request.method === 'GET') return;
    request.headers.set('X-Requested-With', 'qingheng');
    if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', newKey());
    }
  },
  async onResponse({ response, schemaPath }) {
    if (response.ok) return;
    if (response.status === 401 && !schemaPath.includes('/auth/')) sessionIsOver();
    throw await problemOf(response);
  },
  onError() {
    return new Problem(0, 'NETWORK', '');
  },
};

export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });
api.use(house);

/** A refusal has been thrown already; what is left is the data. */
export async function ask<T>(call: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  const { data } = await call;
  return data as NonNullable<T>;
}
