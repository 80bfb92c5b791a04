/** Kinds of label kept apart: a reduction is against an own earlier label, an offset stands beside the figure and never in it. */
import { Injectable } from '@nestjs/common';
import { type NewClaim, parseSerials } from '@qingheng/ledger';
import type { Issue } from '@qingheng/pipeline';
import { faultOf, refuse as refuseAny } from '@qingheng/platform';
import { Rational } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import type { Claim } from '../claim/claim';
import { refuse } from '../footprint.messages';
import { Label, type LabelContent } from '../label/label.entity';
import { LABEL_KINDS, type LabelKind } from './label-rules';

export type KindContent = Pick<LabelContent, 'kind' | 'product' | 'baseline' | 'offset'>;

interface OffsetWish {
  asset: string;
  serials: string[];
  /** Decimal, in declared units: what is offset. */
  quantity: string;
}

/** Cancelled units of these kinds can offset. */
const CREDITS = ['sink_credit', 'ccer'];

@Injectable()
export class LabelKindService {
  /** What the kind adds to the label, and the credits it uses. Throws BASE_LABEL, NOT_REDUCED, OFFSET_NEEDED, OFFSET_NOT_CANCELLED, OFFSET_TOO_FEW. */
  async contentOf(
    manager: EntityManager,
    { filing, options }: Pick<Issue, 'filing' | 'options'>,
    claim: Claim,
    label: { method: string; productName: string; number: string },
  ): Promise<{ content: KindContent; uses: NewClaim[] }> {
    const kind = (options.kind ?? 'footprint') as LabelKind;
    if (!LABEL_KINDS.includes(kind))
      throw refuseAny('INVALID_INPUT', { count: 1 }, [faultOf('INVALID_VALUE', { column: 'kind' })]);
    const content: KindContent = { kind, ...(typeof options.product === 'string' && { product: options.product }) };
    if (kind === 'reduced') content.baseline = await this.baseline(manager, { filing, options }, claim, label);
    if (kind !== 'neutral') return { content, uses: [] };
    const { offset, uses } = await this.offset(manager, { filing, options }, claim, label.number);
    return { content: { ...content, offset }, uses };
  }

  private async baseline(
    manager: EntityManager,
    { filing, options }: Pick<Issue, 'filing' | 'options'>,
    claim: Claim,
    { method, productName }: { method: string; productName: string },
  ): Promise<NonNullable<LabelContent['baseline']>> {
    const number = String(options.baseline ?? '');
    const base = await manager.findOneBy(Label, { number, organisationId: filing.organisationId });
    const told = base?.content;
    if (
      !base ||
      !told ||
      base.withdrawnAt ||
      told.method !== method ||
      told.productName !== productName ||
      told.unit !== claim.unit ||
      told.declaredUnit !== claim.declaredUnit ||
      told.periodEnd >= filing.periodStart
    )
      throw refuse('BASE_LABEL', { number: number || '—' });
    const [before, now] = [Rational.parse(told.value), Rational.parse(claim.value)];
    if (now.cmp(before) >= 0) throw refuse('NOT_REDUCED', { value: claim.value, base: told.value, unit: claim.unit });
    const reduction = before.sub(now).mul(Rational.of(100)).div(before).toFixed(1);
    return { number, value: told.value, reduction };
  }

  private async offset(
    manager: EntityManager,
    { filing, options }: Pick<Issue, 'filing' | 'options'>,
    claim: Claim,
    document: string,
  ): Promise<{ offset: NonNullable<LabelContent['offset']>; uses: NewClaim[] }> {
    const wish = options.offset as OffsetWish | undefined;
    if (!wish?.serials.length) throw refuse('OFFSET_NEEDED');
    const ranges = wish.serials.map((text) => {
      const range = parseSerials(text);
      if (!range)
        throw refuseAny('INVALID_INPUT', { count: 1 }, [faultOf('INVALID_VALUE', { column: 'offset.serials' })]);
      return { ...range, text };
    });
    const count = ranges.reduce((sum, { first, past }) => sum + past - first, 0n);
    const [{ kind, cancelled }] = await manager.query(
      `SELECT (SELECT kind FROM ledger_asset WHERE code = $1) AS kind, COALESCE(sum(upper(l.serials * r) - lower(l.serials * r)), 0)::text AS cancelled
       FROM unnest($2::int8range[]) r JOIN ledger_lot l ON l.serials && r JOIN ledger_asset a ON a.id = l.asset_id AND a.code = $1
       JOIN ledger_account c ON c.id = l.account_id AND c.purpose = 'retired' AND c.organisation_id = $3`,
      [wish.asset, ranges.map(({ first, past }) => `[${first},${past})`), filing.organisationId],
    );
    if (!CREDITS.includes(kind) || BigInt(cancelled) < count)
      throw refuse('OFFSET_NOT_CANCELLED', {
        credits: `${wish.asset} ${wish.serials.join('; ')}`,
        cancelled,
        count: String(count),
      });
    const needed = Rational.parse(claim.value).mul(Rational.parse(wish.quantity)).div(Rational.of(1000));
    if (Rational.parse(String(count)).cmp(needed) < 0)
      throw refuse('OFFSET_TOO_FEW', { count: String(count), needed: needed.toFixed(3) });
    return {
      offset: { asset: wish.asset, serials: wish.serials, quantity: wish.quantity, amount: String(count) },
      uses: ranges.map(({ text }) => ({
        attribute: 'credit_unit',
        subject: `credit:${wish.asset}`,
        from: filing.periodStart,
        to: filing.periodEnd,
        serials: text,
        use: 'neutrality',
        document,
        holder: filing.organisationId,
      })),
    };
  }
}
