/** Verifies a label or a signed archive as a third party does, with nothing but the published keys. */
import { readFileSync } from 'node:fs';
import { type ArchiveFault, parseJws, signatureHolds, verifyArchive } from '@qingheng/platform';
import { Refused, Usage, words, type Command } from '../command';

interface PublicLabel {
  label: Record<string, unknown>;
  status: string;
  jws: string;
}
type Key = Parameters<typeof signatureHolds>[1] & { kid?: string };

/** What may change after signing: a label can be withdrawn, and it expires. */
const LATER = new Set(['status', 'withdrawnOn', 'withdrawReason']);

export const command: Command = async (args) => {
  const { values } = words(args, ['label', 'keys', 'archive']);
  if (values.archive) return archive(values.archive, values.keys);
  if (!values.label) throw new Usage('--label is missing: a file or the address /api/v1/labels/NUMBER');
  const open = (await read(values.label)) as PublicLabel;
  if (typeof open?.jws !== 'string' || typeof open.label !== 'object')
    throw refusal('NOT_A_LABEL', '不是标识的 JSON', 'this is not the JSON of a label');
  const { keys } = (await read(values.keys ?? keysBeside(values.label))) as { keys: Key[] };
  const jws = parseJws(open.jws);
  const key = keys.find(({ kid }) => kid === jws?.header.kid);
  if (!jws || !key)
    throw refusal('UNKNOWN_KEY', '没有签名所用的公钥', 'the key it was signed with is not among the keys');
  if (!signatureHolds(jws, key)) throw refusal('FORGED', '签名不成立', 'the signature does not hold');
  const names = new Set([...Object.keys(jws.payload), ...Object.keys(open.label)].filter((name) => !LATER.has(name)));
  const altered = [...names].filter((name) => canonical(jws.payload[name]) !== canonical(open.label[name]));
  if (altered.length)
    throw refusal(
      'ALTERED',
      `与签名内容不一致：${altered.join('、')}`,
      `differs from what was signed: ${altered.join(', ')}`,
    );
  const { number, value, unit, expiresOn } = jws.payload;
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return {
    genuine: true,
    number,
    value,
    unit,
    expiresOn,
    expired: today > String(expiresOn),
    status: open.status,
    kid: key.kid,
  };
};

const ARCHIVE_FAULTS: Record<ArchiveFault['code'], [zh: string, en: string]> = {
  NOT_AN_ARCHIVE: ['不是完整的 zip 压缩包', 'this is no sound zip archive'],
  NOT_SIGNED: ['清单没有所给公钥的签名', 'the manifest is not signed with one of the keys'],
  MANIFEST_DIFFERS: ['清单与签名内容不一致', 'the manifest differs from what was signed'],
  FILE_MISSING: ['缺少文件', 'a file is missing'],
  FILE_CHANGED: ['文件内容已改变', 'a file was changed'],
  FILE_ADDED: ['有清单以外的文件', 'a file was added'],
};

/** The signature of the manifest, then every file against it. */
async function archive(place: string, keysAt: string | undefined): Promise<object> {
  if (!keysAt) throw new Usage('--keys is missing: a file or the address /.well-known/jwks.json');
  let bytes: Buffer;
  try {
    bytes = readFileSync(place);
  } catch (error) {
    throw new Usage(`${place} cannot be read: ${(error as Error).message}`);
  }
  const { keys } = (await read(keysAt)) as { keys: Key[] };
  const { manifest, kid, faults } = verifyArchive(bytes, keys);
  if (faults.length)
    throw new Refused(
      faults.map(({ code, file }) => {
        const [zh, en] = ARCHIVE_FAULTS[code];
        return {
          code,
          ...(file && { column: file }),
          message: { zh: `${zh} ${file ?? ''}`.trim(), en: `${en} ${file ?? ''}`.trim() },
        };
      }),
    );
  const { kind, subject, made, files } = manifest!;
  return { genuine: true, kind, subject, made, files: files.length, kid };
}

async function read(place: string): Promise<unknown> {
  if (/^https?:/.test(place)) {
    const answer = await fetch(place).catch((error: unknown) => {
      throw new Usage(`${place} cannot be reached: ${(error as Error).message}`);
    });
    if (!answer.ok) throw new Usage(`${place} answered ${answer.status}`);
    return answer.json();
  }
  try {
    return JSON.parse(readFileSync(place, 'utf8'));
  } catch (error) {
    throw new Usage(`${place} cannot be read: ${(error as Error).message}`);
  }
}

function keysBeside(label: string): string {
  if (!/^https?:/.test(label)) throw new Usage('--keys is missing: a file or the address /.well-known/jwks.json');
  return new URL('/.well-known/jwks.json', label).href;
}

const refusal = (code: string, zh: string, en: string): Refused => new Refused([{ code, message: { zh, en } }]);

/** The same content, whatever the order of its members. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
