/** A batch as the database takes it: one statement, its columns as arrays, and the link of the chain. */
import type { Book, Posted } from '../book/book';
import { Digest, linkHash } from './chain';

/** Where the chain ends: number of the last batch, its hash, number of the last transfer. */
export interface Head {
  pos: bigint;
  hash: string;
  last: bigint;
}

export const POST = `SELECT ledger_post(${Array.from({ length: 26 }, (_, i) => `$${i + 1}`).join(', ')})`;

/** Parameters of `POST`, and the end of the chain once it is done. */
export function writeOut(
  { posted, answers, lots, changedHolds }: Book,
  before: Head,
): { parameters: unknown[]; head: Head } {
  const pos = before.pos + 1n;
  const first = before.last + 1n;
  const last = before.last + BigInt(posted.length);
  const rows = posted.map(hashed);
  const digest = rows.reduce((sum, row) => sum.add(row), new Digest()).hex();
  const hash = linkHash({ pos, first, last, prevHash: before.hash, digest });
  const { gone, added } = lots.changes();
  const assetOf = new Map(
    added.length ? posted.flatMap(({ from, to, assetId }) => [from, to].map((id) => [id, assetId] as const)) : [],
  );
  const digits = (column: number): string => asDigits(rows, (row) => row[column]);
  const parameters = [
    pos,
    first,
    before.hash,
    digest,
    hash,
    digits(1),
    digits(2),
    digits(3),
    digits(4),
    digits(5),
    digits(6),
    digits(7),
    digits(8),
    digits(9),
    digits(10),
    asArray(posted, ({ kind }) => kind),
    digits(12),
    asArray(posted, ({ request }) => request.command.businessDate),
    json(
      posted
        .filter(({ hold }) => hold)
        .map(({ id, to, from, amount, hold }) => ({ id, account: to, origin: from, amount, seconds: hold!.seconds })),
    ),
    json([...changedHolds.values()].map(({ id, resolved }) => ({ id, resolved }))),
    gone,
    json(added.map((lot) => ({ ...lot, asset: assetOf.get(lot.account) }))),
    json(
      posted.flatMap(({ id, assetId, from, to, serials = [] }) =>
        serials.map((range) => ({ id, asset: assetId, ...range, origin: from, target: to })),
      ),
    ),
    asDigits(answers, ({ request }) => request),
    asArray(answers, ({ code }) => code),
    json(Object.fromEntries(answers.filter(({ detail }) => detail).map(({ request, detail }) => [request, detail]))),
  ];
  // Without a transfer there is no link: what was refused stands beside the chain.
  return { parameters, head: posted.length ? { pos, hash, last } : before };
}

/** Arrays as Postgres reads them. Written out here: the driver would look for quotes in every one of sixty thousand numbers. */
const asDigits = <T>(rows: readonly T[], pick: (row: T) => string | null | undefined): string =>
  `{${rows.map((row) => pick(row) ?? 'NULL').join(',')}}`;
const asArray = <T>(rows: readonly T[], pick: (row: T) => string): string =>
  asDigits(rows, (row) => {
    const text = pick(row);
    return BARE.test(text) ? text : quoted(text);
  });

/** Needs no quotes in an array. */
const BARE = /^(?!null$)[\w.-]+$/i;
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

const json = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? inner.toString() : inner));

/** Version 1: every business column, and the hash of the command that asked for it. */
export const hashed = (row: Posted): (string | null)[] => [
  `${row.id}`,
  row.request.id,
  `${row.leg}`,
  `${row.assetId}`,
  `${row.amount}`,
  row.from,
  `${row.fromSeq}`,
  `${row.fromBalance}`,
  row.to,
  `${row.toSeq}`,
  `${row.toBalance}`,
  row.kind,
  row.holdOf,
  row.request.command.businessDate,
  row.request.payloadHash,
];
