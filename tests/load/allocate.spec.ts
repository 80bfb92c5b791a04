/** How long `allocate` takes over 100,000 recipients with floors and caps; what it gives is held by its own specs. */
import { allocate, type Recipient } from '../../libs/sheet/src/operators/allocate';
import { Rational } from '../../libs/sheet/src/rational';

const r = (text: string): Rational => Rational.parse(text);

it('serves 100 000 recipients within a second, to the fen', () => {
  const recipients = Array.from({ length: 100_000 }, (_, i): Recipient => ({
    id: `h${i}`,
    weight: r(`${((i * 7919) % 100003) / 100}`),
    floor: i % 3 ? r('10') : undefined,
    cap: i % 5 ? r(`${100 + (i % 900)}`) : undefined,
  }));
  let amounts: bigint[] = [];
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    const result = allocate(r('12345678.90'), recipients, 2);
    if ('refused' in result) throw new Error(JSON.stringify(result.refused));
    amounts = result.amounts;
    return performance.now() - started;
  });
  console.info(`allocate over 100 000 recipients: ${times.map((t) => t.toFixed(0)).join(', ')} ms`);
  expect(amounts.reduce((sum, x) => sum + x, 0n)).toBe(1234567890n);
  for (const [i, { floor, cap }] of recipients.entries()) {
    if (floor && amounts[i]! < floor.num * (100n / floor.den)) throw new Error(`below its floor: ${i}`);
    if (cap && amounts[i]! > cap.num * (100n / cap.den)) throw new Error(`above its cap: ${i}`);
  }
  // The best of five: what is measured is the work, not what else the machine is doing.
  expect(Math.min(...times)).toBeLessThan(1000);
});
