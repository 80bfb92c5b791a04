/**
 * The shift of GCJ-02 maps, as it is publicly known (to about half a metre). Never used to correct a position, only to
 * tell that one was read from such a map: what is 300 to 700 m off and fits after the shift was shifted.
 */
import type { Position } from './shapes';

const SEMI_MAJOR = 6_378_245;
const E2 = 0.006_693_421_622_965_943;
const wave = (x: number, divisor: number): number => Math.sin((x * Math.PI) / divisor);

function shift([longitude, latitude]: Position): Position {
  const [x, y] = [longitude - 105, latitude - 35];
  const both = ((20 * wave(x * 6, 1) + 20 * wave(x * 2, 1)) * 2) / 3;
  const root = Math.sqrt(Math.abs(x));
  const north =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + both + // from here the waves of latitude
    ((20 * wave(y, 1) + 40 * wave(y, 3)) * 2) / 3 + ((160 * wave(y, 12) + 320 * wave(y, 30)) * 2) / 3; // prettier-ignore
  const east =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + both +
    ((20 * wave(x, 1) + 40 * wave(x, 3)) * 2) / 3 + ((150 * wave(x, 12) + 300 * wave(x, 30)) * 2) / 3; // prettier-ignore
  const radian = (latitude / 180) * Math.PI;
  const magic = 1 - E2 * Math.sin(radian) ** 2;
  const root2 = Math.sqrt(magic);
  return [
    (east * 180) / ((SEMI_MAJOR / root2) * Math.cos(radian) * Math.PI),
    (north * 180) / (((SEMI_MAJOR * (1 - E2)) / (magic * root2)) * Math.PI),
  ];
}

/** What a GCJ-02 map shows for a true position. */
export function shifted(position: Position): Position {
  const [east, north] = shift(position);
  return [position[0] + east, position[1] + north];
}

/** The true position behind one of a GCJ-02 map; the shift changes by less than a millimetre over its own length squared. */
export function unshifted(position: Position): Position {
  let guess = position;
  for (let i = 0; i < 3; i++) {
    const [east, north] = shift(guess);
    guess = [position[0] - east, position[1] - north];
  }
  return guess;
}
