/** Small secrets at rest and in cookies: AES-256-GCM under a key derived from the service secret for one purpose. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 'v1';

const derive = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'qingheng', purpose, 32));

/** `context` is not stored: opening needs the same one, so a sealed text cannot be moved to another row. */
export function seal(secret: string, purpose: string, context: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derive(secret, purpose), iv).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** Undefined where the text was not sealed with this secret, purpose and context. */
export function open(secret: string, purpose: string, context: string, sealed: string): string | undefined {
  const [version, data] = sealed.split('.');
  const bytes = Buffer.from(data ?? '', 'base64url');
  if (version !== VERSION || bytes.length < 28) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', derive(secret, purpose), bytes.subarray(0, 12), {
    authTagLength: 16,
  });
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
