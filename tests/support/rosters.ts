/** Rosters of made-up households: their identity and card numbers carry right check digits and belong to nobody. */
import { cardCheck, identityCheck } from '../../libs/compensation/src/roster/check/check-digits';

export interface MadeHousehold {
  household_id: string;
  banner: string;
  year: string;
  name: string;
  identity: string;
  card: string;
  ban_mu: string;
  balance_mu: string;
}

const SURNAMES = [...'白包陈韩李孟苏王吴杨赵周'];
const GIVEN = ['巴图', '其其格', '苏和', '娜仁', '乌兰', '青格勒', '志强', '秀英'];

/** The i-th household of the world: always the same, and no other has its numbers. */
export function madeHousehold(i: number, banner: string, more: Partial<MadeHousehold> = {}): MadeHousehold {
  const day = new Date(Date.UTC(1950, 0, 1) + (i % 18_000) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  const first = `${banner}${day}${String(Math.floor(i / 18_000)).padStart(3, '0')}`;
  const bank = `62220200${String(i).padStart(10, '0')}`;
  return {
    household_id: `${banner}-${String(i).padStart(7, '0')}`,
    banner,
    year: '2023',
    name: SURNAMES[i % SURNAMES.length]! + GIVEN[i % GIVEN.length]!,
    identity: first + identityCheck(first),
    card: bank + cardCheck(bank),
    ban_mu: `${(i * 7919) % 5000}.${String(i % 100).padStart(2, '0')}`,
    balance_mu: `${(i * 104_729) % 3000}.${String((i * 7) % 100).padStart(2, '0')}`,
    ...more,
  };
}

export const ROSTER_HEADER = 'household_id,banner,year,name,identity,card,ban_mu,balance_mu';
export const rosterLine = (household: MadeHousehold): string => Object.values(household).join(',');
export const rosterCsv = (households: MadeHousehold[]): string =>
  `${[ROSTER_HEADER, ...households.map(rosterLine)].join('\r\n')}\r\n`;
