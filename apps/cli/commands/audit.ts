/** Walks the audit chain and the ledger's from their first entries and names the first link that does not hold. */
import { verifyBook } from '@qingheng/ledger';
import { makeDataSource, verifyAuditChain } from '@qingheng/platform';
import type { DataSource } from 'typeorm';
import { Refused, Usage, words, type Command } from '../command';

export const command: Command = async (args) => {
  const { positionals } = words(args, []);
  if (positionals[0] !== 'verify') throw new Usage('the only thing to do with the audit chain is to verify it');
  const url = process.env.OWNER_DATABASE_URL ?? process.env.DATABASE_URL;
  if (!url) throw new Usage('DATABASE_URL is not set');
  const source = await makeDataSource(url, { pool: 1 }).initialize();
  try {
    const state = await verifyAuditChain(source);
    if (state.ok) return { ...state, ledger: await ledger(source) };
    const { seq, reason } = state.firstBroken!;
    const message = {
      zh: `审计链在第 ${seq} 条断开（${reason}），此前 ${state.entries} 条完好`,
      en: `the audit chain breaks at entry ${seq} (${reason}); the ${state.entries} before it are sound`,
    };
    throw new Refused([{ code: 'AUDIT_CHAIN_BROKEN', row: seq, message }]);
  } finally {
    await source.destroy();
  }
};

/** Also every balance and every serial; undefined where the book has not been made yet. */
async function ledger(source: DataSource): Promise<object | undefined> {
  const [{ there }] = await source.query(`SELECT to_regclass('ledger_batch') IS NOT NULL AS there`);
  if (!there) return undefined;
  const { faults, ...book } = await verifyBook(source.manager);
  if (faults.length) throw new Refused(faults.map(({ code, zh, en }) => ({ code, message: { zh, en } })));
  return book;
}
