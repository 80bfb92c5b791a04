/** Counts failed logins in Postgres, so that every process sees them and emptying Redis forgives nobody. */
import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { systemActor } from '../../access';
import { UnitOfWork } from '../../database';
import { refuse } from '../identity.messages';

const WINDOW_SECONDS = 15 * 60;
/** One address guessing one account; one address guessing any; any addresses guessing one account. */
const LIMITS = { pair: 5, address: 100, account: 50 };

@Injectable()
export class LoginThrottle {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Counts the attempt before the password is looked at, so that a hundred at once are not a hundred guesses.
   * Refuses when one of the limits is passed.
   */
  async reserve(account: string, address: string): Promise<void> {
    const keys = keysOf(account, address);
    const rows: { key: string; failures: number; wait: number }[] = await this.work.run(systemActor, (manager) =>
      manager.query(
        `INSERT INTO login_throttle (key, failures, since)
         SELECT key, 1, now() FROM unnest($1::text[]) AS key ORDER BY key
         ON CONFLICT (key) DO UPDATE SET
           failures = CASE WHEN login_throttle.since < now() - make_interval(secs => $2) THEN 1
                           ELSE login_throttle.failures + 1 END,
           since = CASE WHEN login_throttle.since < now() - make_interval(secs => $2) THEN now()
                        ELSE login_throttle.since END
         RETURNING key, failures, ceil(extract(epoch FROM since - now()) + $2)::int AS wait`,
        [Object.values(keys), WINDOW_SECONDS],
      ),
    );
    const limits = new Map(Object.entries(keys).map(([kind, key]) => [key, LIMITS[kind as keyof typeof LIMITS]]));
    const over = rows.filter((row) => row.failures > limits.get(row.key)!);
    if (over.length) throw refuse('TOO_MANY_LOGINS', { retryAfter: Math.max(1, ...over.map((row) => row.wait)) });
  }

  /** The attempt was good: it does not count, and the pair starts anew. */
  async forgive(account: string, address: string): Promise<void> {
    const { pair, ...shared } = keysOf(account, address);
    await this.work.run(systemActor, async (manager) => {
      await manager.query('DELETE FROM login_throttle WHERE key = $1', [pair]);
      await manager.query(
        `UPDATE login_throttle SET failures = greatest(failures - 1, 0)
         WHERE key IN (SELECT key FROM login_throttle WHERE key = ANY($1) ORDER BY key FOR UPDATE)`,
        [Object.values(shared)],
      );
      await manager.query('DELETE FROM login_throttle WHERE since < now() - make_interval(secs => $1)', [
        2 * WINDOW_SECONDS,
      ]);
    });
  }
}

/** Hashed: what people type into the user name is sometimes their password. */
function keysOf(account: string, address: string): Record<keyof typeof LIMITS, string> {
  const hashed = createHash('sha256').update(account.toLowerCase()).digest('base64url');
  const network = networkOf(address);
  return { pair: `pair:${hashed}:${network}`, address: `address:${network}`, account: `account:${hashed}` };
}

/** A subscriber has a whole IPv6 /64 to choose addresses from. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const groups = [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((g) => parseInt(g, 16).toString(16))
    .join(':');
}
