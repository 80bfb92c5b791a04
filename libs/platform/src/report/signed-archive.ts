/** Files that belong together, as one zip whose manifest names every file by its SHA-256 and is signed. */
import { createHash, type JsonWebKey } from 'node:crypto';
import { parseJws, signatureHolds } from '../identity/keys/jws';
import type { KeyStore } from '../identity/keys/key-store';
import { unzip, zip, type ZipPart } from './zip';

const TYPE = 'qingheng-archive+jwt';
const MANIFEST = 'manifest.json';
const SIGNATURE = 'manifest.jws';

export interface Manifest {
  /** What the archive is, e.g. `label-dossier`. */
  kind: string;
  /** Number of what it is about. */
  subject: string;
  /** ISO time. */
  made: string;
  files: { name: string; bytes: number; sha256: string }[];
}

export interface ArchiveFault {
  code: 'NOT_AN_ARCHIVE' | 'NOT_SIGNED' | 'MANIFEST_DIFFERS' | 'FILE_MISSING' | 'FILE_CHANGED' | 'FILE_ADDED';
  file?: string;
}

/**
 * Zip of `parts` with manifest.json and manifest.jws (compact JWS over the manifest, ES256, key of the service):
 *
 *     const bytes = await signedArchive(this.keys, parts, { kind: 'gep-report', subject: number });
 */
export async function signedArchive(
  keys: Pick<KeyStore, 'sign'>,
  parts: readonly ZipPart[],
  { kind, subject, made = new Date() }: { kind: string; subject: string; made?: Date },
): Promise<Buffer> {
  const manifest: Manifest = {
    kind,
    subject,
    made: made.toISOString(),
    files: parts.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  const jws = await keys.sign(manifest, { purpose: 'label', typ: TYPE });
  return zip([
    ...parts,
    { name: MANIFEST, bytes: Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`) },
    { name: SIGNATURE, bytes: Buffer.from(`${jws}\n`) },
  ]);
}

/** What a third party checks with nothing but the published keys: the signature, then every file against it. */
export function verifyArchive(
  archive: Buffer,
  keys: readonly (JsonWebKey & { kid?: string })[],
): { manifest?: Manifest; kid?: string; faults: ArchiveFault[] } {
  const parts = unzip(archive);
  const files = new Map(parts?.map(({ name, bytes }) => [name, bytes]));
  if (!parts || files.size !== parts.length) return { faults: [{ code: 'NOT_AN_ARCHIVE' }] };
  const jws = parseJws(files.get(SIGNATURE)?.toString().trim() ?? '');
  const key = keys.find(({ kid }) => kid !== undefined && kid === jws?.header.kid);
  if (
    !jws ||
    !key ||
    jws.header.alg !== 'ES256' ||
    (jws.header as { typ?: string }).typ !== TYPE ||
    !signatureHolds(jws, key)
  )
    return { faults: [{ code: 'NOT_SIGNED' }] };
  const manifest = jws.payload as unknown as Manifest;
  const faults: ArchiveFault[] = [];
  if (!sameText(files.get(MANIFEST), manifest)) faults.push({ code: 'MANIFEST_DIFFERS', file: MANIFEST });
  for (const { name, sha256: signed } of manifest.files) {
    const bytes = files.get(name);
    if (!bytes) faults.push({ code: 'FILE_MISSING', file: name });
    else if (sha256(bytes) !== signed) faults.push({ code: 'FILE_CHANGED', file: name });
  }
  const signed = new Set([MANIFEST, SIGNATURE, ...manifest.files.map(({ name }) => name)]);
  for (const name of files.keys()) if (!signed.has(name)) faults.push({ code: 'FILE_ADDED', file: name });
  return { manifest, kid: key.kid, faults };
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function sameText(shown: Buffer | undefined, signed: Manifest): boolean {
  try {
    return shown !== undefined && JSON.stringify(JSON.parse(shown.toString())) === JSON.stringify(signed);
  } catch {
    return false;
  }
}
