import { readEvidence } from './uses';

it('reads codes and numbers of certificates as people write them', () => {
  expect(readEvidence('GEC25 1-250; 301-400；GEC24：7')).toEqual([
    { code: 'GEC25', serials: '1-250', count: 250n },
    { code: 'GEC25', serials: '301-400', count: 100n },
    { code: 'GEC24', serials: '7', count: 1n },
  ]);
  for (const text of ['', '1-250', '购电合同 3 号', 'GEC25', 'GEC25 250-1', 'GEC25 0-5', 'GEC25 1-250 张'])
    expect(readEvidence(text)).toBeUndefined();
});
