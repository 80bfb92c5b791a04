import fc from 'fast-check';
import { readFen, yuan } from './fen';

it('reads what it writes, whatever the amount', () => {
  fc.assert(fc.property(fc.bigInt(-(10n ** 16n), 10n ** 16n), (fen) => readFen(yuan(fen)) === fen));
});

it('keeps the fen that binary floating point loses', () => {
  expect(yuan(readFen('4575000000.01')!)).toBe('4575000000.01');
});

it.each(['', '1.', '.5', '1.234', '1,000', '１', '1e3', ' 1', '12345678901234567'])(
  'takes %j for no amount',
  (text) => {
    expect(readFen(text)).toBeUndefined();
  },
);
