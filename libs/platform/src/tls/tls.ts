import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import type { PlatformConfig } from '../config';
import { selfSigned } from './self-signed';

/** Where the certificate lies that the service made for itself; clients on this machine take it for an authority. */
const selfSignedFile = (dataDir: string): string => join(dataDir, 'tls', 'cert.pem');

/** Certificate and key to serve https with; undefined where the service speaks plain http. */
export function tlsOf(config: PlatformConfig): { cert: string; key: string } | undefined {
  if (!config.tls) return undefined;
  if (config.tls !== 'self-signed')
    return { cert: readFileSync(config.tls.cert, 'utf8'), key: readFileSync(config.tls.key, 'utf8') };
  const certFile = selfSignedFile(config.dataDir);
  const keyFile = join(config.dataDir, 'tls', 'key.pem');
  if (!existsSync(certFile) || !existsSync(keyFile) || ended(readFileSync(certFile, 'utf8'))) {
    mkdirSync(join(config.dataDir, 'tls'), { recursive: true });
    const { hostname } = new URL(config.publicUrl);
    const made = selfSigned([...new Set(['localhost', '127.0.0.1', hostname])]);
    writeFileSync(keyFile, made.key, { mode: 0o600 });
    writeFileSync(certFile, made.cert);
  }
  return { cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
}

const ended = (cert: string): boolean => Date.parse(new X509Certificate(cert).validTo) < Date.now() + 86_400_000;
