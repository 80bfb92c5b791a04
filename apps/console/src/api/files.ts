import { newKey, requestHeaders, sessionIsOver } from './client';
import { Problem, problemOf } from './problem';

async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...requestHeaders(), ...init.headers };
  const response = await fetch(path, { credentials: 'same-origin', ...init, headers }).catch(() => {
    throw new Problem(0, 'NETWORK', '');
  });
  if (response.status === 401) sessionIsOver();
  if (!response.ok) throw await problemOf(response);
  return response;
}

const nameIn = (disposition: string | null): string | undefined => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return encoded ? decodeURIComponent(encoded) : /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1];
};

/** By fetch and not by a link, so that a refusal is shown on the page and not in place of it. */
export async function download(path: string, fallbackName: string): Promise<void> {
  const response = await send(path);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = nameIn(response.headers.get('content-disposition')) ?? fallbackName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export async function upload<T>(path: string, file: File, fields: Record<string, string> = {}): Promise<T> {
  const body = new FormData();
  body.append('file', file);
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const headers = { 'X-Requested-With': 'qingheng', 'Idempotency-Key': newKey() };
  const response = await send(path, { method: 'POST', body, headers });
  return (await response.json()) as T;
}

/** A file as the body itself: a roster may be too large for a form. */
export async function uploadRaw<T>(path: string, file: File, type: string): Promise<T> {
  const headers = { 'X-Requested-With': 'qingheng', 'Idempotency-Key': newKey(), 'Content-Type': type };
  const response = await send(path, { method: 'POST', body: file, headers });
  return (await response.json()) as T;
}
