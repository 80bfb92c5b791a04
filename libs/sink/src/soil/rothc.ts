/**
 * RothC-26.3: turnover of soil organic carbon by month (Coleman and Jenkinson, "RothC - A model for the turnover of carbon in
 * soil", Rothamsted 2014). Pools in t C/ha: decomposable and resistant plant material, biomass, humus, inert matter.
 */
export interface Month {
  /** Mean air temperature, °C. */
  temperature: number;
  /** mm. */
  rain: number;
  /** Open-pan evaporation, mm. */
  evaporation: number;
  /** Carbon of plant residues, t C/ha. */
  plantInput: number;
  /** Carbon of manure, t C/ha. */
  manure: number;
  covered: boolean;
  /** Decomposable to resistant plant material: 1.44 crops and improved grass, 0.67 unimproved grass and shrub, 0.25 wood. */
  dpmRpm: number;
}

export interface Pools {
  dpm: number;
  rpm: number;
  bio: number;
  hum: number;
}

export interface Soil {
  /** Per cent. */
  clay: number;
  /** cm. */
  depth: number;
  /** Inert organic matter, t C/ha. */
  inert: number;
}

export interface State extends Pools {
  /** Accumulated top-soil moisture deficit, mm, at most 0. */
  deficit: number;
}

const RATES = { dpm: 10, rpm: 0.3, bio: 0.66, hum: 0.02 } as const; // per year
const NAMES = Object.keys(RATES) as (keyof Pools)[];

export const emptySoil = (): State => ({ dpm: 0, rpm: 0, bio: 0, hum: 0, deficit: 0 });
export const activeCarbon = ({ dpm, rpm, bio, hum }: Pools): number => dpm + rpm + bio + hum;
export const organicCarbon = (pools: Pools, { inert }: Soil): number => activeCarbon(pools) + inert;

/** Falloon et al. 1998: inert matter from the total, both t C/ha. */
export const inertOf = (total: number): number => 0.049 * total ** 1.139;

const byTemperature = (t: number): number => (t < -5 ? 0 : 47.91 / (Math.exp(106.06 / (t + 18.27)) + 1));

/** The deficit after the month and the rate that it allows: 1 in moist soil, 0.2 at the driest. */
function moisture(deficit: number, { rain, evaporation, covered }: Month, { clay, depth }: Soil) {
  const most = (-(20 + 1.3 * clay - 0.01 * clay * clay) * depth) / 23;
  const [oneBar, bare] = [0.444 * most, 0.556 * most];
  const gained = Math.min(0, deficit + rain - 0.75 * evaporation);
  // Bare soil dries less far; what had dried further under plants stays so.
  const after = Math.max(covered ? most : Math.min(bare, deficit), gained);
  return { deficit: after, rate: after > oneBar ? 1 : 0.2 + 0.8 * ((most - after) / (most - oneBar)) };
}

/** One month: what is there decays, then the month's input is added. */
export function nextMonth(state: State, month: Month, soil: Soil): State & { co2: number } {
  const { deficit, rate } = moisture(state.deficit, month, soil);
  const pace = (byTemperature(month.temperature) * rate * (month.covered ? 0.6 : 1)) / 12;
  const x = 1.67 * (1.85 + 1.6 * Math.exp(-0.0786 * soil.clay));
  const left = { ...state };
  let decayed = 0;
  for (const name of NAMES) {
    left[name] = state[name] * Math.exp(-pace * RATES[name]);
    decayed += state[name] - left[name];
  }
  const share = month.dpmRpm / (month.dpmRpm + 1);
  return {
    dpm: left.dpm + share * month.plantInput + 0.49 * month.manure,
    rpm: left.rpm + (1 - share) * month.plantInput + 0.49 * month.manure,
    bio: left.bio + (0.46 / (x + 1)) * decayed,
    hum: left.hum + (0.54 / (x + 1)) * decayed + 0.02 * month.manure,
    deficit,
    co2: (x / (x + 1)) * decayed,
  };
}

const NEGLIGIBLE = 1e-6; // t C/ha in a year
const MOST_YEARS = 50_000;

/** Repeats a year until the carbon of a year differs by no more than 1e-6 t/ha. */
export function equilibrium(year: readonly Month[], soil: Soil, from: State = emptySoil()): State & { years: number } {
  let state = from;
  let before = 0;
  for (let years = 1; years <= MOST_YEARS; years++) {
    for (const month of year) state = nextMonth(state, month, soil);
    const now = activeCarbon(state);
    if (Math.abs(now - before) <= NEGLIGIBLE) return { ...state, years };
    before = now;
  }
  throw new Error('RothC does not come to rest with these inputs');
}

/**
 * Plant input, t C/ha a year, at which the soil rests at the measured carbon: the calibration that VM0042 asks of a baseline.
 * Active carbon is proportional to input, so one run at one tonne says it all.
 */
export function inputFor(measured: number, year: readonly Month[], soil: Soil): number {
  const total = year.reduce((sum, { plantInput }) => sum + plantInput, 0);
  const scaled = year.map((month) => ({
    ...month,
    manure: 0,
    plantInput: total > 0 ? month.plantInput / total : 1 / year.length,
  }));
  return (measured - soil.inert) / activeCarbon(equilibrium(scaled, soil));
}
