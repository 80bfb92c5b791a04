import fc from 'fast-check';
import { cardCheck, identityCheck, isCardNumber, isIdentityNumber } from './check-digits';

// 11010519491231002X is the worked example of GB 11643-1999; 4539148803436467 and 79927398713 are Luhn's usual ones.
it('agrees with the published examples', () => {
  expect(isIdentityNumber('11010519491231002X')).toBe(true);
  expect(isIdentityNumber('440524188001010014')).toBe(true);
  expect(isCardNumber('4539148803436467')).toBe(true);
  expect(cardCheck('7992739871')).toBe('3');
});

it.each(['110105194912310021', '11010519491231002x', '110105194902290020', '01010519491231002X', '', '１'.repeat(18)])(
  'refuses %j as an identity number',
  (text) => expect(isIdentityNumber(text)).toBe(false),
);

it('knows leap days', () => {
  const of = (day: string) => `150102${day}001`;
  const valid = (day: string) => isIdentityNumber(of(day) + identityCheck(of(day)));
  expect([valid('20000229'), valid('19000229'), valid('19960229'), valid('19970229')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

it('finds any one wrong digit of a card, and any two neighbours swapped but 09 and 90', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{15,18}$/), fc.nat(), fc.integer({ min: 1, max: 9 }), (first, place, shift) => {
      const card = first + cardCheck(first);
      const i = place % card.length;
      const wrong = card.slice(0, i) + String((Number(card[i]) + shift) % 10) + card.slice(i + 1);
      const j = place % (card.length - 1);
      const pair = card.slice(j, j + 2);
      const swapped = card.slice(0, j) + pair[1] + pair[0] + card.slice(j + 2);
      const told = pair[0] === pair[1] || ['09', '90'].includes(pair) || !isCardNumber(swapped);
      return isCardNumber(card) && !isCardNumber(wrong) && told;
    }),
  );
});

it('finds any one wrong character of an identity number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), fc.nat(16), fc.integer({ min: 1, max: 9 }), (serial, i, shift) => {
      const first = `15250119800101${String(serial).padStart(3, '0')}`;
      const number = first + identityCheck(first);
      const wrong = number.slice(0, i) + String((Number(number[i]) + shift) % 10) + number.slice(i + 1);
      return isIdentityNumber(number) && !isIdentityNumber(wrong);
    }),
  );
});
