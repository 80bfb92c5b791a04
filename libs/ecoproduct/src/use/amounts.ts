/** What a use is worth: exact, rounded to the fen once. Pure. */
import { allocate, Rational } from '@qingheng/sheet';

export const sumOf = (values: Iterable<string>): Rational =>
  [...values].reduce((all, value) => all.add(Rational.parse(value)), Rational.ZERO);

export const times = (value: Rational, share: string): Rational => value.mul(Rational.parse(share)).roundHalfUp(2);

/** Instalments add up to the amount: largest remainder. */
export function instalmentsOf(amount: Rational, shares: readonly string[]): string[] {
  const split = allocate(
    amount,
    shares.map((share, i) => ({ id: String(i), weight: Rational.parse(share) })),
    2,
  );
  if ('refused' in split) throw new Error(split.refused.map(({ code }) => code).join());
  return split.amounts.map((fen) => Rational.ratio(fen, 100n).toFixed(2));
}

/** What a lender lends on: the value less the haircut. */
export const pledgeOf = (value: Rational, haircut: string): Rational =>
  times(value, Rational.ONE.sub(Rational.parse(haircut)).toFixed(9));

export interface Loss {
  service: string;
  before: string;
  after: string;
  /** What there would be without the damage; the state before it where nothing else is known. */
  counterfactual: string;
  loss: string;
}

/** Loss of a year by service: what there would be, less what there is; a gain is no loss. */
export function lossesOf(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  counterfactual?: ReadonlyMap<string, string>,
): Loss[] {
  const services = [...new Set([...before.keys(), ...after.keys(), ...(counterfactual?.keys() ?? [])])];
  return services.map((service) => {
    const [b, a] = [before.get(service) ?? '0.00', after.get(service) ?? '0.00'];
    const c = counterfactual?.get(service) ?? (counterfactual ? '0.00' : b);
    const loss = Rational.parse(c).sub(Rational.parse(a));
    return {
      service,
      before: b,
      after: a,
      counterfactual: c,
      loss: (loss.sign() > 0 ? loss : Rational.ZERO).toFixed(2),
    };
  });
}

/**
 * Interim loss until recovery: the yearly loss shrinks to nothing in equal steps over `years`, each year discounted at `rate`
 * to the year of the damage.
 */
export function interimLoss(yearly: Rational, years: number, rate: string): Rational {
  const growth = Rational.ONE.add(Rational.parse(rate));
  let sum = Rational.ZERO;
  for (let year = 0; year < years; year++)
    sum = sum.add(yearly.mul(Rational.ratio(BigInt(years - year), BigInt(years))).div(growth.pow(year)));
  return sum.roundHalfUp(2);
}
