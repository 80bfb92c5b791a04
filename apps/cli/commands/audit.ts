/** Walks the audit chain from its first entry and names the first link that does not hold. */
import { makeDataSource, verifyAuditChain } from '@qingheng/platform';
import { Refused, Usage, words, type Command } from '../command';

export const command: Command = async (args) => {
  const { positionals } = words(args, []);
  if (positionals[0] !== 'verify') throw new Usage('the only thing to do with the audit chain is to verify it');
  const url = process.env.OWNER_DATABASE_URL ?? process.env.DATABASE_URL;
  if (!url) throw new Usage('DATABASE_URL is not set');
  const source = await makeDataSource(url, { pool: 1 }).initialize();
  try {
    const state = await verifyAuditChain(source);
    if (state.ok) return state;
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
