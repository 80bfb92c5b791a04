/** The fields of a factor as people fill them in, in forms and in spreadsheets; what each may hold, and what they say together. */
import {
  co2eOf,
  type Complaint,
  complaintOf,
  FACTOR_COLUMNS,
  factorComplaints,
  type Field,
  type GwpSets,
  isDecimal,
} from '@qingheng/platform';
import { Rational } from '@qingheng/sheet';
import '../factor.messages';

export type Cells = Record<string, string | null>;

/** As the columns of the table `factor`. */
export interface FactorRecord {
  [column: string]: string | string[] | Record<string, string> | null;
  id: string;
}

export const FIELDS: readonly Field[] = [
  ...FACTOR_COLUMNS,
  { name: 'gases' },
  { name: 'gwp_set' },
  { name: 'dqr' },
  { name: 'sigma_ln', numeric: true, check: isDecimal },
  { name: 'source_document' },
  { name: 'source_row' },
];
export const FIELD_NAMES = FIELDS.map(({ name }) => name);

/** What checking needs to know of the rest of the library. */
export interface Known {
  regions: readonly string[];
  gwp: GwpSets;
}

/** Every complaint about a row, by field; the record where there is none. */
export function readFactor(
  cells: Cells,
  known: Known,
): { record: FactorRecord } | { complaints: [string, Complaint][] } {
  const complaints = FIELDS.flatMap((field): [string, Complaint][] => {
    const complaint = complaintOf(field, cells[field.name] ?? '');
    return complaint ? [[field.name, complaint]] : [];
  });
  const bad = new Set(complaints.map(([name]) => name));
  const sound: Cells = Object.fromEntries(
    FIELD_NAMES.map((name) => [name, bad.has(name) ? null : cells[name] || null]),
  );
  if (!bad.has('value') && !bad.has('low') && !bad.has('high'))
    complaints.push(...factorComplaints(sound, known.regions));
  const gases = gasesOf(sound, known.gwp, complaints);
  const dqr = dqrOf(sound.dqr ?? null, complaints);
  if (sound.sigma_ln && !(Number(sound.sigma_ln) >= 0 && Number(sound.sigma_ln) <= 5))
    complaints.push(['sigma_ln', ['FACTOR_SIGMA']]);
  return complaints.length ? { complaints } : { record: { ...sound, id: sound.id!, gases, dqr } };
}

/** They have to make the value, within 1 %: sources round both. */
function gasesOf({ gases, gwp_set: set, value }: Cells, sets: GwpSets, complaints: [string, Complaint][]) {
  if (!gases && !set) return null;
  if (!gases || !set || !sets.has(set)) {
    complaints.push([gases ? 'gwp_set' : 'gases', ['FACTOR_GASES_SET', { sets: [...sets.keys()].join(', ') }]]);
    return null;
  }
  const pairs = gases
    .split(/[;；]/)
    .filter((part) => part.trim())
    .map((part) => /^\s*([A-Za-z0-9-]+)\s*[=:：]\s*(\S+)\s*$/.exec(part)?.slice(1) as [string, string] | undefined);
  const vector = Object.fromEntries(pairs.filter((pair) => pair !== undefined));
  const sum =
    pairs.every((pair) => pair && !isDecimal(pair[1])) && new Set(Object.keys(vector)).size === pairs.length
      ? co2eOf(vector, sets.get(set))
      : undefined;
  if (!sum || !pairs.length) complaints.push(['gases', ['FACTOR_GASES_FORM']]);
  else if (value) {
    const off = sum.sub(Rational.parse(value)).toNumber();
    if (Math.abs(off) > 0.01 * Math.abs(Number(value)))
      complaints.push(['gases', ['FACTOR_GASES_DISAGREE', { set, sum: sum.toDecimalString(12), value }]]);
  }
  return vector;
}

function dqrOf(cell: string | null, complaints: [string, Complaint][]): string[] | null {
  if (!cell) return null;
  const parts = cell.split(/[;；,，]/).map((part) => part.trim());
  if (parts.length === 5 && parts.every((part) => !isDecimal(part) && Number(part) >= 1 && Number(part) <= 5))
    return parts;
  complaints.push(['dqr', ['FACTOR_DQR_FORM']]);
  return null;
}
