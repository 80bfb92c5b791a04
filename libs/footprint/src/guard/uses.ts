/** What a footprint uses that can be used once only: green certificates behind its power, carbon its pastures bind. */
import { landSubject, type NewClaim } from '@qingheng/ledger';
import {
  conversionFactor,
  type Fault,
  parseUnit,
  Rational,
  type Row,
  type RunResult,
  type Sheet,
} from '@qingheng/sheet';

/** One line's power and the certificates said to cover it. */
export interface PowerByCertificate {
  place: Place;
  /** MWh, exact. */
  mwh: Rational;
  certificates: { code: string; serials: string; count: bigint }[];
}

type Place = Required<Pick<Fault, 'table' | 'row' | 'column'>>;

export interface Uses {
  power: PowerByCertificate[];
  removals: NewClaim[];
  /** Places whose evidence names no certificates, or whose amount is no energy. */
  unreadable: Place[];
}

/**
 * Reads a result by its columns, whichever the method: `supply: certificate` with `evidence`, `amount`, `unit`; and rows of
 * a table `removal` with `land`. What is cut off uses nothing.
 */
export function usesOf(sheet: Sheet, { tables }: RunResult, during: { from: string; to: string }): Uses {
  const uses: Uses = { power: [], removals: [], unreadable: [] };
  for (const { name, key } of sheet.tables)
    for (const row of tables[name] ?? []) {
      const place = (column: string): Place => ({ table: name, row: key.map((k) => String(row[k])).join('/'), column });
      if (row.supply === 'certificate' && row.excluded !== true) {
        const certificates = readEvidence(String(row.evidence ?? ''));
        const mwh = energyOf(row);
        if (certificates && mwh) uses.power.push({ place: place('evidence'), mwh, certificates });
        else uses.unreadable.push(place('evidence'));
      }
      if (name === 'removal' && row.land)
        uses.removals.push({
          attribute: 'carbon_removal',
          subject: landSubject(String(row.land)),
          ...during,
          use: 'footprint',
          document: '',
          place: place('land'),
        });
    }
  return uses;
}

/** `GEC25 1-250; 301-400`: a code, then ranges of numbers with both ends included; a code holds until the next one. */
export function readEvidence(text: string): PowerByCertificate['certificates'] | undefined {
  const found: PowerByCertificate['certificates'] = [];
  let code = '';
  for (const piece of text.split(/[;；,，、]/).map((part) => part.trim())) {
    const match = /^(?:([A-Z0-9][A-Z0-9./-]{0,63})[\s:：]+)?([1-9]\d{0,17})(?:\s*[-–—]\s*([1-9]\d{0,17}))?$/.exec(
      piece,
    );
    code = match?.[1] ?? code;
    if (!match || !code) return undefined;
    const [first, last] = [BigInt(match[2]!), BigInt(match[3] ?? match[2]!)];
    if (last < first) return undefined;
    found.push({ code, serials: last === first ? `${first}` : `${first}-${last}`, count: last - first + 1n });
  }
  return found.length ? found : undefined;
}

function energyOf({ amount, unit }: Row): Rational | undefined {
  try {
    const factor = conversionFactor(parseUnit(String(unit)), parseUnit('MWh'));
    return factor && Rational.parse(String(amount)).mul(factor);
  } catch {
    return undefined; // no unit of the list
  }
}
