import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AnyRole,
  AuditService,
  CurrentActor,
  IdPipe,
  pageOf,
  Role,
  Roles,
  UnitOfWork,
} from '@qingheng/platform';
import { OperationDto } from '../registry/operation.dto';
import { FromStatementService } from './from-statement.service';
import {
  AllocationFromStatementDto,
  FromStatementDto,
  NewObligationDto,
  ObligationDto,
  ObligationPageDto,
  ObligationQuery,
  SurrenderPlanDto,
  ObligationReminderDto,
  CalendarTaskDto,
} from './obligation.dto';
import { PlanService } from './plan.service';
import { recordObligation } from './record-obligation';
import { shareOf } from './surrender';
import { RegistryRules } from '../registry/rules';

@ApiTags('registry')
@Controller('registry')
export class ObligationController {
  constructor(
    private readonly work: UnitOfWork,
    readonly audit: AuditService,
    readonly rules: RegistryRules,
    private readonly statements: FromStatementService,
    private readonly plans: PlanService,
  ) {}

  @Post('obligations/from-statement')
  @HttpCode(200)
  @Roles(Role.Regulator)
  @ApiOperation({ summary: 'Take the verified emissions of an issued inventory as the obligation of its year' })
  @ApiOkResponse({ type: ObligationDto })
  async fromStatement(@CurrentActor() actor: Actor, @Body() { statement }: FromStatementDto): Promise<ObligationDto> {
    const { organisation, year } = await this.statements.obligation(actor, statement);
    return (await this.read(actor, { limit: 1, year, organisation })).items[0]!;
  }

  @Post('allocations/from-statement')
  @Roles(Role.Regulator)
  @ApiOperation({
    summary: 'Propose the initial allocation of an issued allocation account; another person approves it',
  })
  @ApiCreatedResponse({ type: OperationDto })
  allocate(
    @CurrentActor() actor: Actor,
    @Body() { statement, asset }: AllocationFromStatementDto,
  ): Promise<OperationDto> {
    return this.statements.allocation(actor, statement, asset);
  }

  @Get('obligations/:organisation/:year/plan')
  @AnyRole()
  @ApiOperation({ summary: 'How to meet an obligation with what is held; what is missing, what it costs' })
  @ApiOkResponse({ type: SurrenderPlanDto })
  plan(
    @CurrentActor() actor: Actor,
    @Param('organisation', IdPipe) organisation: string,
    @Param('year', ParseIntPipe) year: number,
  ): Promise<SurrenderPlanDto> {
    return this.plans.plan(actor, organisation, year);
  }

  @Get('calendar')
  @AnyRole()
  @ApiOperation({ summary: 'What is due when, and whether one has done it' })
  @ApiOkResponse({ type: [CalendarTaskDto] })
  async calendar(@CurrentActor() actor: Actor): Promise<CalendarTaskDto[]> {
    const rows: { year: number; done: boolean; today: string }[] = await this.work.run(actor, (manager) =>
      manager.query(
        `SELECT b.year, b.due <= COALESCE(sum(p.amount::bigint), 0) AS done FROM obligation b
         LEFT JOIN registry_operation p ON p.organisation_id = b.organisation_id AND p.year = b.year
           AND p.operation IN ('surrender', 'offset') AND p.status = 'posted'
         WHERE b.organisation_id = $1 GROUP BY b.year, b.due`,
        [actor.organisationId],
      ),
    );
    const today = Date.now() + 8 * 3_600_000; // the region's day
    return this.rules.calendar.map(({ settles, ...task }) => ({
      ...task,
      days: Math.ceil((Date.parse(task.due) + 86_400_000 - today) / 86_400_000) - 1,
      done: settles ? (rows.find(({ year }) => year === task.year)?.done ?? null) : null,
    }));
  }

  @Get('reminders')
  @AnyRole()
  @ApiOperation({ summary: 'Obligations that near their deadline or are past it, as far as one may see them' })
  @ApiOkResponse({ type: [ObligationReminderDto] })
  reminders(@CurrentActor() actor: Actor): Promise<ObligationReminderDto[]> {
    return this.work.run(actor, (manager) =>
      manager.query(
        `SELECT o.name AS organisation, r.year, r.stage, r.deadline::text, r.seen_at AS "seenAt",
           (b.due - COALESCE((SELECT sum(amount::bigint) FROM registry_operation p WHERE p.organisation_id = b.organisation_id
             AND p.year = b.year AND p.operation IN ('surrender', 'offset') AND p.status = 'posted'), 0))::text AS left
         FROM obligation_reminder r JOIN obligation b USING (organisation_id, year) JOIN organisation o ON o.id = r.organisation_id
         WHERE NOT EXISTS (SELECT FROM obligation_reminder l WHERE (l.organisation_id, l.year) = (r.organisation_id, r.year)
           AND l.seen_at > r.seen_at) ORDER BY r.deadline, o.name LIMIT 200`,
      ),
    );
  }

  @Put('obligations/:organisation/:year')
  @Roles(Role.Regulator)
  @ApiOperation({ summary: 'Record the verified emissions of a year; a correction is audited with both values' })
  @ApiOkResponse({ type: ObligationDto })
  async record(
    @CurrentActor() actor: Actor,
    @Param('organisation', IdPipe) organisation: string,
    @Param('year', ParseIntPipe) year: number,
    @Body() { due, basis }: NewObligationDto,
  ): Promise<ObligationDto> {
    await this.work.run(actor, (manager) =>
      recordObligation(manager, actor, this, { organisation, year, due, basis: basis.trim() }),
    );
    return (await this.read(actor, { limit: 1, year, organisation })).items[0]!;
  }

  @Get('obligations')
  @AnyRole()
  @ApiOperation({ summary: 'What is due, surrendered, held and missing; the deadline and the rule behind it' })
  @ApiOkResponse({ type: ObligationPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ObligationQuery): Promise<ObligationPageDto> {
    const [after] = query.after(/^[0-9a-f-]{36}\/\d{4}$/);
    return this.read(actor, { limit: query.limit, year: query.year, after });
  }

  private async read(
    actor: Actor,
    { limit, year, organisation, after }: { limit: number; year?: number; organisation?: string; after?: string },
  ): Promise<ObligationPageDto> {
    const years = [...this.rules.years.values()];
    const rows: (ObligationDto & { key: string })[] = await this.work.run(actor, (manager) =>
      manager.query(
        `SELECT b.organisation_id || '/' || b.year AS key, b.organisation_id AS "organisationId", o.name AS organisation, b.year,
           b.due, b.basis, COALESCE(p.surrendered, 0)::text AS surrendered, COALESCE(p.offset, 0)::text AS offset,
           COALESCE((SELECT sum(a.posted) FROM ledger_account a JOIN ledger_asset s ON s.id = a.asset_id
             WHERE a.organisation_id = b.organisation_id AND a.purpose = 'available' AND s.kind = 'allowance'
               AND s.vintage::text = ANY(string_to_array($5::jsonb ->> b.year::text, ' '))), 0)::text AS holding
         FROM obligation b JOIN organisation o ON o.id = b.organisation_id
         LEFT JOIN LATERAL (SELECT sum(amount::bigint) AS surrendered,
             sum(amount::bigint) FILTER (WHERE operation = 'offset') AS offset FROM registry_operation
           WHERE organisation_id = b.organisation_id AND year = b.year AND operation IN ('surrender', 'offset')
             AND status = 'posted') p ON true
         WHERE ($1::int IS NULL OR b.year = $1) AND ($2::uuid IS NULL OR b.organisation_id = $2)
           AND ($3::text IS NULL OR b.organisation_id || '/' || b.year > $3)
         ORDER BY b.organisation_id || '/' || b.year LIMIT $4`,
        [
          year ?? null,
          organisation ?? null,
          after ?? null,
          limit + 1,
          JSON.stringify(Object.fromEntries(years.map((rule) => [rule.year, rule.vintages.join(' ')]))),
        ],
      ),
    );
    const page = pageOf(rows, limit, ({ key }) => [key]);
    return {
      ...page,
      items: page.items.map(({ key: _, ...row }) => {
        const rule = this.rules.years.get(row.year)!;
        const left = BigInt(row.due) - BigInt(row.surrendered);
        const missing = left - BigInt(row.holding);
        return {
          ...row,
          offsetLimit: String(shareOf(BigInt(row.due), rule.offset)),
          left: String(left),
          shortfall: String(missing > 0n ? missing : 0n),
          deadline: rule.deadline,
          confidence: rule.confidence,
        };
      }),
    };
  }
}
