import { withShares } from './stages';

const stage = (name: string, value: string) => ({ stage: name, title: name, value });

describe('stages', () => {
  it('stand by size with exact shares', () => {
    const stages = withShares([stage('anode', '0.1'), stage('electrolysis', '0.7'), stage('casting', '0.2')]);
    expect(stages.map((s) => [s.stage, s.share])).toEqual([
      ['electrolysis', '70.0'],
      ['casting', '20.0'],
      ['anode', '10.0'],
    ]);
  });

  it('give no share of nothing', () => {
    expect(withShares([stage('a', '0'), stage('b', 'x')])).toEqual([
      { stage: 'a', title: 'a', value: '0', share: undefined },
    ]);
  });
});
