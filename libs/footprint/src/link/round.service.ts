/**
 * A joint run: products of several companies that need each other are solved together (@qingheng/supply), since with each
 * taking the other's last figure a circle would lag behind itself for ever. Everybody's consent is spent by the run.
 */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Filing, MethodsService, RunService } from '@qingheng/pipeline';
import { type Actor, AuditService, systemActor, UnitOfWork } from '@qingheng/platform';
import { conversionFactor, parseUnit, Rational, type Row, type RunInput } from '@qingheng/sheet';
import { supply, SupplyFaults, type SupplyInput } from '@qingheng/supply';
import type { EntityManager } from 'typeorm';
import { circleOf, circleText, type Link, LINK } from './link';
import { refuse } from './link.messages';
import { LinkService, type LinkView } from './link.service';
import { writeSolved } from './solved-store';

const METHOD = 'footprint/product-generic';
const FACTOR = 'factor_kgco2e';

/** One member: its emissions of its own and what it takes of the others, for one declared unit. */
interface Part {
  key: string;
  organisationId: string;
  product: string;
  name: string;
  unit: string;
  direct: Rational;
  /** Amount in the line's unit, by link. */
  takes: { link: Link; amount: Rational; unit: string }[];
}

const keyOf = (company: string, product: string): string => `${company} ${product}`;

@Injectable()
export class RoundService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly links: LinkService,
    private readonly methods: MethodsService,
    private readonly runs: RunService,
    private readonly audit: AuditService,
  ) {}

  /** Any member starts it once all have consented. Throws LINK_CIRCLE, LINK_FILING_MISSING, LINK_FILING_UNFIT, LINK_LOOP_GAIN. */
  async run(actor: Actor, linkId: string): Promise<LinkView> {
    const circle = await this.work.run(actor, async (manager) => {
      const link = await this.links.lock(manager, actor, linkId, 'taker', 'supplier');
      const members = await circleOf(manager, link);
      if (!members.length) throw refuse('LINK_NO_CIRCLE');
      return { link, text: circleText(members) };
    });
    // The members' filings are each other's business only as far as they consented to this very run.
    await this.work.run(systemActor, async (manager) => {
      const links: Link[] = await manager.query(
        `SELECT ${LINK} FROM supplier_link WHERE id IN (SELECT supplier_component($1, $2)) ORDER BY id FOR UPDATE`,
        [circle.link.takerId, circle.link.takerProduct],
      );
      if (!links.every(({ state, joint }) => state === 'consented' && joint))
        throw refuse('LINK_CIRCLE', { circle: circle.text });
      const parts = new Map<string, Part>();
      for (const link of links) {
        const key = keyOf(link.takerId, link.takerProduct);
        if (!parts.has(key)) parts.set(key, await this.partOf(manager, key, links));
      }
      const input = inputOf([...parts.values()]);
      const footprints = solved(input, parts, circle.text);
      const sha256 = createHash('sha256').update(JSON.stringify({ input, footprints })).digest('hex');
      const [{ id }] = await manager.query(
        `INSERT INTO supplier_round (organisation_id, links, input, result, sha256, by) VALUES ($1, $2, $3, $4, $5, $6)
         RETURNING id`,
        [
          actor.organisationId,
          links.map((link) => link.id),
          JSON.stringify(input),
          JSON.stringify(footprints),
          sha256,
          actor.userId,
        ],
      );
      for (const link of links) {
        const supplier = parts.get(keyOf(link.supplierId, link.product))!;
        await manager.query(
          `UPDATE supplier_link SET round_id = $2, round_value = $3, round_unit = $4, round_sha256 = $5, joint = false
           WHERE id = $1`,
          [link.id, id, footprints[supplier.key], `kg CO2e/${supplier.unit}`, sha256],
        );
      }
      await writeSolved(
        manager,
        id,
        [...parts.values()].map(({ key, organisationId, product, unit }) => ({
          ...{ organisationId, product, unit, gases: { co2e: footprints[key]! } },
        })),
      );
      await this.audit.record(manager, {
        actor,
        action: 'supplier_round.run',
        subject: { type: 'supplier_round', id },
        details: { links: links.map((link) => link.id), sha256 },
      });
    });
    return this.links.one(actor, linkId);
  }

  /** What a member's filing says of its product, with the links of the circle kept apart. */
  private async partOf(manager: EntityManager, key: string, links: Link[]): Promise<Part> {
    const own = links.filter((link) => keyOf(link.takerId, link.takerProduct) === key);
    const { takerName, takerProduct, takerFiling, takerId } = own[0]!;
    if (takerFiling === null || own.some((link) => link.takerFiling !== takerFiling))
      throw refuse('LINK_FILING_MISSING', { product: `${takerName} ${takerProduct}` });
    const filing = await manager.findOneByOrFail(Filing, { id: takerFiling, organisationId: takerId });
    const unfit = (zh: string, en: string) =>
      refuse('LINK_FILING_UNFIT', { filing: filing.number, reason: `${zh} · ${en}` });
    if (filing.method !== METHOD) throw unfit(`方法须为 ${METHOD}`, `its method must be ${METHOD}`);
    const byCell = new Map(own.map((link) => [`supplier:${link.id}`, link]));
    const { tables, linked } = apart(filing.input, byCell);
    if (linked.size < byCell.size) throw unfit('清单未使用该链接', 'its inventory does not use the link');
    const sheet = await this.methods.of(manager, filing.method, { asOf: filing.asOf, region: filing.region });
    const { input } = await this.runs.inputOf(manager, { ...filing, input: { ...filing.input, tables } }, sheet);
    const products = input.tables.product ?? [];
    const product = products.length === 1 ? products[0]! : products.find((row) => row.product_id === takerProduct);
    if (!product) throw unfit(`没有产品 ${takerProduct}`, `there is no product ${takerProduct}`);
    const part = {
      ...{ key, organisationId: takerId, product: takerProduct },
      ...{ name: `${takerName} ${takerProduct}`, unit: String(product.declared_unit) },
    };
    try {
      return { ...part, ...perUnit(input, product, linked) };
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof RangeError) throw unfit(error.message, error.message);
      throw error;
    }
  }
}

/** The lines that take a member's figure, by their place in the table, and the input with nothing in their stead. */
function apart(
  input: RunInput,
  byCell: Map<string, Link>,
): { tables: RunInput['tables']; linked: Map<Link, number[]> } {
  const linked = new Map<Link, number[]>();
  const line = (input.tables.line ?? []).map((row, i): Row => {
    const link = byCell.get(String(row[FACTOR] ?? '').trim());
    if (!link) return row;
    linked.set(link, [...(linked.get(link) ?? []), i]);
    return { ...row, [FACTOR]: '0' };
  });
  return { tables: { ...input.tables, line }, linked };
}

const number = (cell: unknown): Rational => Rational.parse(String(cell ?? ''));

/** As the sheet does it: allocation share × emissions of the process ÷ output; what is cut off does not count. */
function perUnit(input: RunInput, product: Row, linked: Map<Link, number[]>): Pick<Part, 'direct' | 'takes'> {
  const lines = input.tables.line ?? [];
  const counts = (row: Row): boolean =>
    row.process_id === product.process_id && String(row.cut_off ?? 'false') !== 'true';
  const each = number(product.allocation_share).div(number(product.output));
  const direct = lines
    .filter(counts)
    .reduce((sum, row) => sum.add(number(row.amount).mul(number(row[FACTOR]))), Rational.ZERO)
    .mul(each);
  const takes = [...linked].flatMap(([link, places]) =>
    places
      .map((i) => lines[i]!)
      .filter(counts)
      .map((row) => ({ link, amount: number(row.amount).mul(each), unit: String(row.unit) })),
  );
  return { direct, takes };
}

function inputOf(parts: Part[]): SupplyInput {
  const units = new Map(parts.map(({ key, unit }) => [key, unit]));
  return {
    gwp: { co2e: '1' },
    processes: parts.map(({ key, name, direct, takes }) => {
      const inputs = new Map<string, Rational>();
      for (const { link, amount, unit } of takes) {
        const supplier = keyOf(link.supplierId, link.product);
        const factor = conversionFactor(parseUnit(unit), parseUnit(units.get(supplier)!));
        if (!factor)
          throw refuse('LINK_FILING_UNFIT', {
            filing: name,
            reason: `${unit} ≠ ${units.get(supplier)}`,
          });
        inputs.set(supplier, (inputs.get(supplier) ?? Rational.ZERO).add(amount.mul(factor)));
      }
      return {
        id: key,
        product: key,
        output: '1',
        inputs: Object.fromEntries([...inputs].map(([product, amount]) => [product, amount.toDecimalString()])),
        emissions: { co2e: direct.toDecimalString() },
      };
    }),
  };
}

/** kg CO2e per declared unit of every member, as decimals. */
function solved(input: SupplyInput, parts: Map<string, Part>, circle: string): Record<string, string> {
  try {
    const { footprints } = supply(input);
    return Object.fromEntries(
      [...parts.keys()].map((key) => [key, Rational.fromNumber(footprints[key]!.co2e!).toDecimalString()]),
    );
  } catch (error) {
    if (!(error instanceof SupplyFaults)) throw error;
    throw refuse('LINK_LOOP_GAIN', { circle, gain: error.faults[0]?.params?.gain ?? '≥ 1' });
  }
}
