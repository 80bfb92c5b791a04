/** Prospects planned by the stand model: what they may say, their course, and what it rests on. */
import { Injectable } from '@nestjs/common';
import { faultOf, refuse as refuseAny } from '@qingheng/platform';
import { type Fault, Rational } from '@qingheng/sheet';
import { refuse } from '../../credit.messages';
import { SinkRules } from '../../sink-rules';
import { type Shares, sharesOf, type StandSpecies } from './stand-rules';
import { standCourse, type StandWish, type StandYear } from './stand-course';
import type { SinkStandCourseDto } from './stand.dto';

/** Courses kept: a scenario is asked for again with another price, and its stands have not changed. */
const KEPT = 500;

@Injectable()
export class StandService {
  private readonly kept = new Map<string, StandYear[]>();
  private readonly shares: ReadonlyMap<string, Shares>;

  constructor(private readonly rules: SinkRules) {
    this.shares = new Map(
      rules.stands.species.map((species) => [species.code, sharesOf(species, this.equationOf(species))]),
    );
  }

  speciesOf(code: string): StandSpecies {
    const found = this.rules.stands.species.find((one) => one.code === code);
    if (!found)
      throw refuse('UNKNOWN_STAND', { species: code }, [
        faultOf('UNKNOWN_STAND', { column: 'species' }, { species: code }),
      ]);
    return found;
  }

  /** Everything that is wrong with it at once. */
  require(wish: StandWish, hectares: string): StandSpecies {
    const species = this.speciesOf(wish.species);
    const faults: Fault[] = [];
    const bad = (code: string, column: string, params = {}): void =>
      void faults.push(faultOf(code, { column }, params));
    const sum = wish.ages.reduce((total, age) => total.add(Rational.parse(age.hectares)), Rational.ZERO);
    const area = Rational.parse(hectares);
    if (sum.cmp(area) !== 0) bad('STAND_AREA', 'ages', { sum: sum.toFixed(4), hectares: area.toFixed(4) });
    if (new Set(wish.ages.map(({ age }) => age)).size < wish.ages.length) bad('STAND_AGES', 'ages');
    if (wish.soil !== undefined && wish.fires !== undefined) bad('STAND_START', 'soil');
    if (wish.counted.includes('soil') && wish.soil === undefined && wish.fires === undefined) bad('STAND_SOIL', 'soil');
    if (wish.cutting && wish.cutting.from > wish.cutting.to) bad('STAND_CUTTING', 'cutting');
    const volumes = wish.volumes ?? [];
    const rising = volumes.every(({ age }, i) => (i === 0 ? age === 0 : age > volumes[i - 1]!.age));
    if (wish.volumes && (!rising || volumes.every(({ volume }) => Number(volume) === 0)))
      bad('STAND_VOLUMES', 'volumes');
    if ((wish.volumes === undefined) !== (wish.volumesSource === undefined)) bad('STAND_SOURCE', 'volumesSource');
    if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
    return species;
  }

  course(wish: StandWish, years: number): StandYear[] {
    const key = JSON.stringify([years, wish]);
    const known = this.kept.get(key);
    if (known) return known;
    const curve = this.rules.curves.get(this.speciesOf(wish.species).curve)!;
    const found = standCourse(wish, years, { rules: this.rules.stands, curve, shares: this.shares.get(wish.species)! });
    if (this.kept.size >= KEPT) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(key, found);
    return found;
  }

  /** t CO2e of each year, as the scenario counts them. */
  growth(wish: StandWish, years: number): Rational[] {
    return this.course(wish, years)
      .slice(1)
      .map(({ gained }) => Rational.parse(gained.toFixed(4)));
  }

  view(id: string, wish: StandWish, { startYear, years }: { startYear: number; years: number }): SinkStandCourseDto {
    const shown = (value: number): string => value.toFixed(1);
    return {
      id,
      years: this.course(wish, years).map(({ year, ...held }) => ({
        year: startYear + year - 1,
        ...(Object.fromEntries(Object.entries(held).map(([name, value]) => [name, shown(value)])) as Record<
          keyof typeof held,
          string
        >),
      })),
      sources: this.sources(wish),
    };
  }

  private equationOf({ equation }: StandSpecies) {
    return this.rules.equations.find((one) => one.equation === equation)!;
  }

  private sources(wish: StandWish): SinkStandCourseDto['sources'] {
    const { dynamics, roots, carbon, felling, fire } = this.rules.stands;
    const species = this.speciesOf(wish.species);
    const curve = this.rules.curves.get(species.curve)!;
    const equation = this.equationOf(species);
    const { stem, leaf } = this.shares.get(wish.species)!;
    const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
    const points = wish.volumes
      ? wish.volumes.map(({ age, volume }) => `${age} a: ${volume} m³/hm²`)
      : curve.points.map(({ age, stock }) => `${age} a: ${stock} t CO2e/hm²`);
    const tree = `D ${species.tree.d} cm, H ${species.tree.h} m`;
    return [
      {
        part: 'yield',
        value: points.join('; '),
        source: wish.volumesSource ?? curve.source,
        confidence: wish.volumes ? 'provisional' : curve.confidence,
      },
      {
        part: 'shares',
        value: `${tree}: ${percent(stem)} / ${percent(1 - stem - leaf)} / ${percent(leaf)}`,
        source: `${equation.equation} · ${equation.source}`,
        confidence: equation.confidence,
      },
      { part: 'species', value: `${tree}; ${species.density} t/m³`, ...sourceOf(species) },
      { part: 'roots', value: `R = exp(${roots.a} + ${roots.b} ln b) / b`, ...sourceOf(roots) },
      { part: 'carbon', value: `CF ${carbon.fraction}`, ...sourceOf(carbon) },
      { part: 'dynamics', value: `${wish.temperature} °C`, ...sourceOf(dynamics) },
      ...(wish.cutting
        ? [{ part: 'felling' as const, value: `${wish.cutting.hectares} hm²/a`, ...sourceOf(felling) }]
        : []),
      ...(wish.fires ? [{ part: 'fire' as const, value: `${wish.fires} a`, ...sourceOf(fire) }] : []),
    ];
  }
}

const sourceOf = <T extends Pick<StandSpecies, 'source' | 'confidence'>>({ source, confidence }: T) => ({
  source,
  confidence,
});
