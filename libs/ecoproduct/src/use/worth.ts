/** What a use is worth, from the issued accounts it stands on. */
import { Rational } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { type IssuedAccount, issuedAccount } from '../account/issued-account';
import type { Services } from '../service/services';
import { interimLoss, lossesOf, pledgeOf, sumOf, times } from './amounts';
import { refuseUse as refuse } from './use.messages';
import type { NewUse, UseView } from './use.record';

export interface Worth {
  base: Rational;
  amount: Rational;
  terms: Omit<UseView['terms'], 'counterparty'>;
  sources: UseView['sources'];
}

export async function worthOf(
  manager: EntityManager,
  services: Services,
  asked: NewUse,
  account: IssuedAccount,
): Promise<Worth> {
  const values = valuesOf(services, account, asked.services);
  const sources = [sourceOf('account', account)];
  const other = async (role: string, id: string): Promise<Map<string, string>> => {
    const found = await issuedAccount(manager, id);
    if (found.filing.region !== account.filing.region)
      throw refuse('USE_OTHER_REGION', { first: account.filing.region, second: found.filing.region });
    sources.push(sourceOf(role, found));
    return valuesOf(services, found, asked.services);
  };
  const total = sumOf(values.values());
  const { kind, share = '1', haircut = '0', years = 1, rate = '0' } = asked;
  if (kind === 'damage') {
    const before = await other('before', asked.baseline ?? asked.filing);
    const without = asked.counterfactual ? await other('counterfactual', asked.counterfactual) : undefined;
    const losses = lossesOf(before, values, without);
    const yearly = sumOf(losses.map(({ loss }) => loss));
    return {
      base: sumOf(before.values()),
      amount: interimLoss(yearly, years, rate),
      terms: { years, rate, losses, yearly: yearly.toFixed(2) },
      sources,
    };
  }
  if (kind === 'pledge') {
    const base = asked.baseline ? total.sub(sumOf((await other('baseline', asked.baseline)).values())) : total;
    if (base.sign() <= 0) throw refuse('USE_NOTHING_LEFT', { value: base.toFixed(2) });
    return { base, amount: pledgeOf(base, haircut), terms: { haircut }, sources };
  }
  return { base: total, amount: times(total, share), terms: { share }, sources };
}

/** Value by indicator, of those asked for. */
function valuesOf(services: Services, { result }: IssuedAccount, wanted: readonly string[]): Map<string, string> {
  const sums = new Map<string, Rational>();
  for (const item of result.tables.item ?? []) {
    const code = (services.named(String(item.service)) ?? services.named(String(item.item_id)))?.code;
    if (code && wanted.includes(code))
      sums.set(code, (sums.get(code) ?? Rational.ZERO).add(Rational.parse(String(item.value))));
  }
  const missing = wanted.find((code) => !sums.has(code));
  if (missing) throw refuse('USE_NO_SERVICES', { service: services.get(missing)?.zh ?? missing });
  return new Map([...sums].map(([code, value]) => [code, value.toFixed(2)]));
}

const sourceOf = (role: string, { filing, statement, resultHash }: IssuedAccount) => ({
  role,
  filing: filing.id,
  statement,
  resultHash,
});
