/** What an approved sink result becomes: a statement and, for a verified period of a project, credits in the book. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountsService, ClaimRegister, LedgerService, type Leg } from '@qingheng/ledger';
import { type Issue, type Issued, type Issuer, Issuers, StatementService } from '@qingheng/pipeline';
import { type Actor, AuditService, refuse as refuseAny, systemActor } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse } from '../credit.messages';
import { SinkRules } from '../sink-rules';
import { StageService } from '../stage/stage.service';
import { by, type PeriodRow, periodOf, stockOf } from '../verification/period-filing';
import { bufferOf, type Vintage, vintagesOf } from './vintages';

const ROUTE = 'sink-issuance';

interface Passed {
  id: string;
  number: string;
  bufferShare: string;
  verifier: string;
}

@Injectable()
export class IssuanceService implements Issuer, OnModuleInit {
  constructor(
    private readonly issuers: Issuers,
    private readonly statements: StatementService,
    private readonly accounts: AccountsService,
    private readonly ledger: LedgerService,
    private readonly claims: ClaimRegister,
    private readonly rules: SinkRules,
    private readonly stages: StageService,
    private readonly audit: AuditService,
  ) {}

  onModuleInit(): void {
    this.issuers.register('sink/', this);
  }

  /** A filing that is no project's period becomes a statement alone: a figure, no credits. */
  async issue(manager: EntityManager, issue: Issue): Promise<Issued> {
    const { filing } = issue;
    const [link] = await manager.query('SELECT period_id AS id FROM sink_period_filing WHERE filing_id = $1', [
      filing.id,
    ]);
    if (!link) return this.statements.issue(manager, issue);
    const period = await periodOf(manager, link.id);
    // One at a time for a project: what a reversal or another issuance changes is seen before anything is made.
    await manager.query('SELECT 1 FROM sink_project WHERE id = $1 FOR UPDATE', [period.projectId]);
    const passed = await this.requireIssuable(manager, period, issue.run.id);
    const { tonnes, buffer } = amountsOf(issue, passed.bufferShare);
    if (tonnes <= 0n) throw refuse('NOTHING_TO_ISSUE');
    const statement = await this.statements.issue(manager, issue);
    const vintages = vintagesOf(period.start, period.end, tonnes, buffer).filter((one) => one.tonnes > 0n);
    const request = await this.post(manager, issue, period, vintages, statement.number, passed.verifier);
    const claims = await this.claimAreas(manager, issue.actor, period, statement.number);
    const stock = stockOf(issue.run, this.rules.compared(period.method)?.stock);
    const lots = vintages.map((one) => ({ ...one, asset: assetOf(period, one.year) }));
    await this.store(manager, issue, period, {
      passed,
      tonnes,
      buffer,
      statement: statement.number,
      claims,
      request,
      stock,
      lots,
    });
    return {
      ...statement,
      answer: {
        ...statement.answer,
        credits: {
          tonnes: `${tonnes}`,
          buffer: `${buffer}`,
          claims,
          lots: lots.map(({ year, asset, ...lot }) => ({
            vintage: year,
            asset,
            tonnes: `${lot.tonnes}`,
            buffer: `${lot.buffer}`,
          })),
        },
      },
      committed: () => this.ledger.wake(),
    };
  }

  private async requireIssuable(manager: EntityManager, period: PeriodRow, run: string): Promise<Passed> {
    const [row] = await manager.query(
      `SELECT EXISTS (SELECT FROM sink_issuance WHERE period_id = $1) AS issued,
         (SELECT number FROM sink_reversal WHERE project_id = $2 AND status IN ('reported', 'confirmed')
          ORDER BY number LIMIT 1) AS reversal`,
      [period.id, period.projectId],
    );
    if (row.issued) throw refuse('PERIOD_ISSUED');
    if (row.reversal) throw refuse('REVERSAL_OPEN', { number: row.reversal });
    const [passed] = await manager.query(
      `SELECT id, number, trim_scale(buffer_share)::text AS "bufferShare", verifier->>'id' AS verifier
       FROM sink_verification WHERE period_id = $1 AND run_id = $2 AND status = 'passed'`,
      [period.id, run],
    );
    if (!passed) throw refuse('NOT_VERIFIED');
    await this.stages.requireRegistered(manager, period.method, period.id, run);
    return passed as Passed;
  }

  /** The carbon of this land and time is used up: no footprint, GEP account or pledge counts it again. */
  private async claimAreas(
    manager: EntityManager,
    actor: Actor,
    { projectId, organisationId, start, end }: PeriodRow,
    document: string,
  ): Promise<string[]> {
    const areas: { id: string }[] = await manager.query(
      'SELECT id FROM sink_area WHERE project_id = $1 ORDER BY code',
      [projectId],
    );
    const use = { attribute: 'carbon_removal', from: start, to: end, use: 'credit', document, holder: organisationId };
    const claims = await this.claims.claim(
      manager,
      actor,
      areas.map(({ id }) => ({ ...use, subject: `area:${id}` })),
    );
    return claims.map(({ number }) => number);
  }

  /** All vintages and their buffers in one command: all of it stands in the book, or nothing. */
  private async post(
    manager: EntityManager,
    { actor }: Issue,
    period: PeriodRow,
    vintages: Vintage[],
    document: string,
    maker: string,
  ): Promise<string> {
    const legs: Leg[] = [];
    for (const { year, tonnes, buffer } of vintages) {
      const asset = await this.accounts.openAsset(manager, {
        code: assetOf(period, year),
        kind: 'sink_credit',
        unit: 't CO2e',
        scale: 0,
        serialised: true,
        vintage: year,
        details: { project: period.number, period: `${period.start}/${period.end}`, statement: document },
      });
      const account = (owner: string | null, purpose: string) =>
        this.accounts.ensure(manager, { owner, asset, purpose });
      const from = await account(null, 'issuance');
      for (const [kind, purpose, amount] of [
        ['buffer', 'buffer', buffer],
        ['issue', 'available', tonnes - buffer],
      ] as const)
        if (amount > 0n)
          legs.push({ kind, from, to: await account(period.organisationId, purpose), amount: `${amount}` });
    }
    const [{ today }] = await manager.query(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`);
    const command = { legs, businessDate: today, reference: period.id, document, maker, checker: actor.userId };
    const [asked] = await this.ledger.submit(manager, systemActor, [{ route: ROUTE, key: period.id, command }]);
    if (asked!.code) throw refuseAny('CONFLICT');
    return asked!.request;
  }

  private async store(
    manager: EntityManager,
    { actor, filing }: Issue,
    period: PeriodRow,
    made: {
      passed: Passed;
      tonnes: bigint;
      buffer: bigint;
      statement: string;
      claims: string[];
      request: string;
      stock: string | null;
      lots: (Vintage & { asset: string })[];
    },
  ): Promise<void> {
    const { passed, tonnes, buffer, statement, claims, request, stock, lots } = made;
    const [{ id }] = await manager.query(
      `INSERT INTO sink_issuance (organisation_id, project_id, period_id, verification_id, filing_id, statement, tonnes,
         buffer, stock, claims, ledger_request, issued_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
      [
        period.organisationId,
        period.projectId,
        period.id,
        passed.id,
        filing.id,
        statement,
        `${tonnes}`,
        `${buffer}`,
        stock,
        claims,
        request,
        JSON.stringify(by(actor)),
      ],
    );
    await manager.query(
      `INSERT INTO sink_issuance_lot (issuance_id, organisation_id, vintage, asset, days, tonnes, buffer)
       SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::int[], $6::bigint[], $7::bigint[])`,
      [
        id,
        period.organisationId,
        lots.map(({ year }) => year),
        lots.map(({ asset }) => asset),
        lots.map(({ days }) => days),
        lots.map((lot) => `${lot.tonnes}`),
        lots.map((lot) => `${lot.buffer}`),
      ],
    );
    await this.audit.record(manager, {
      actor,
      action: 'sink_credits.issued',
      subject: { type: 'sink_issuance', id },
      details: {
        project: period.number,
        statement,
        tonnes: `${tonnes}`,
        buffer: `${buffer}`,
        verification: passed.number,
      },
    });
  }
}

/** Whole tonnes of the result; a method that sets its buffer aside itself says how much, otherwise the verifier's share. */
function amountsOf({ run }: Issue, share: string): { tonnes: bigint; buffer: bigint } {
  const whole = (name: string): bigint | undefined => {
    const value = run.result!.outputs[name];
    return typeof value === 'string' && /^\d+(\.0+)?$/.test(value) ? BigInt(value.split('.')[0]!) : undefined;
  };
  const issuable = whole('issuable_t') ?? 0n;
  const aside = whole('buffer_t');
  if (aside !== undefined) return { tonnes: issuable > 0n ? issuable + aside : 0n, buffer: issuable > 0n ? aside : 0n };
  return { tonnes: issuable, buffer: bufferOf(issuable, share) };
}

/** Project, its period, vintage: what is fungible. */
const assetOf = ({ number, start }: PeriodRow, year: number): string =>
  `SINK-${number}-${start.replaceAll('-', '')}-${year}`;
