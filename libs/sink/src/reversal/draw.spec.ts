import * as fc from 'fast-check';
import { drawOf } from './draw';

const buffer = (vintage: number, balance: bigint) => ({
  account: `${vintage}`,
  asset: `A-${vintage}`,
  vintage,
  balance,
});

it('takes the oldest vintages first and a started tonne as a whole one', () => {
  const found = drawOf('60.01', 1000n, 0n, [buffer(2023, 30n), buffer(2021, 40n), buffer(2022, 0n)]);
  expect(found).toEqual({
    owed: 61n,
    drawn: 61n,
    takes: [
      { account: '2021', asset: 'A-2021', amount: 40n },
      { account: '2023', asset: 'A-2023', amount: 21n },
    ],
  });
});

it('says what the buffer could not give', () => {
  expect(drawOf('100', 1000n, 0n, [buffer(2021, 40n)])).toMatchObject({ owed: 100n, drawn: 40n });
});

it('never owes more than is credited and not made good yet, never draws more than there is', () => {
  const amount = fc.bigInt({ min: 0n, max: 10_000n });
  fc.assert(
    fc.property(
      fc.nat(100_000),
      amount,
      amount,
      fc.array(fc.tuple(fc.integer({ min: 2020, max: 2040 }), amount)),
      (loss, credited, before, all) => {
        const buffers = all.map(([vintage, balance]) => buffer(vintage, balance));
        const { owed, drawn, takes } = drawOf(`${loss / 10}`, credited, before, buffers);
        expect(owed <= (credited > before ? credited - before : 0n)).toBe(true);
        expect(drawn).toBe(takes.reduce((sum, take) => sum + take.amount, 0n));
        const there = buffers.reduce((sum, { balance }) => sum + balance, 0n);
        expect(drawn).toBe(owed < there ? owed : there);
      },
    ),
  );
});
