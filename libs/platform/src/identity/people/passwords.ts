import { hash, verify } from '@node-rs/argon2';
import { refuse } from '../identity.messages';

const MIN_LENGTH = 10;
/** Longer texts are no passwords but work for the server. */
export const MAX_PASSWORD = 200;

/** argon2id with the parameters OWASP recommends (19 MiB, two passes). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST);

export function requireStrongPassword(password: string, username: string): void {
  if (password.length < MIN_LENGTH || password.toLowerCase() === username.toLowerCase())
    throw refuse('WEAK_PASSWORD', { min: MIN_LENGTH }, []);
}

let decoy: Promise<string> | undefined;

/** Takes as long where there is no account (or no password) as where there is one, so that time tells nothing. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const expected = stored ?? (await decoy);
  const matches = await verify(expected, password.normalize('NFKC')).catch(() => false);
  return matches && Boolean(stored);
}

/** The first login should not be the one that computes the decoy. */
export const warmUp = async (): Promise<void> => void (await passwordMatches(undefined, ''));
