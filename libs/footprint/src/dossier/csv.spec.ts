import { csv } from './dossier-archive';

it('writes what a spreadsheet reads and does not run', () => {
  expect(
    csv([
      { a: '1,5', b: '说"是"' },
      { a: '=cmd()', c: '-12.5' },
      { a: '-cmd', b: null, c: true },
    ]),
  ).toBe('a,b,c\r\n"1,5","说""是""",\r\n\'=cmd(),,-12.5\r\n\'-cmd,,true\r\n');
});
