import { Body, Controller, Get, Param, ParseIntPipe, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AnyRole,
  AuditService,
  CurrentActor,
  IdPipe,
  PageQuery,
  pageOf,
  Role,
  Roles,
  UnitOfWork,
} from '@qingheng/platform';
import { IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { refuse } from '../market.messages';
import { shareOf } from './surrender';
import { RegistryRules } from '../registry/rules';

class NewObligationDto {
  @ApiProperty({ example: '1250000', description: 'verified emissions, whole tonnes CO2e' })
  @Matches(/^(0|[1-9]\d{0,14})$/)
  due: string;

  @ApiProperty({ example: 'ST2026-000012', description: 'the verified account or report it rests on' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  basis: string;
}

class ObligationQuery extends PageQuery {
  @ApiPropertyOptional({ example: 2024 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2013)
  @Max(2100)
  year?: number;
}

class ObligationDto {
  @ApiProperty() organisationId: string;
  @ApiProperty() organisation: string;
  @ApiProperty() year: number;
  @ApiProperty() due: string;
  @ApiProperty() basis: string;
  @ApiProperty() surrendered: string;
  @ApiProperty() offset: string;
  @ApiProperty() offsetLimit: string;
  @ApiProperty({ description: 'still to be surrendered' }) left: string;
  @ApiProperty({ description: 'tradable allowances of eligible vintages' }) holding: string;
  @ApiProperty({ description: 'what is missing if nothing more is bought' }) shortfall: string;
  @ApiProperty() deadline: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: string;
}

class ObligationPageDto {
  @ApiProperty({ type: [ObligationDto] }) items: ObligationDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

@ApiTags('registry')
@Controller('registry/obligations')
export class ObligationController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly rules: RegistryRules,
  ) {}

  @Put(':organisation/:year')
  @Roles(Role.Regulator)
  @ApiOperation({ summary: 'Record the verified emissions of a year; a correction is audited with both values' })
  @ApiOkResponse({ type: ObligationDto })
  async record(
    @CurrentActor() actor: Actor,
    @Param('organisation', IdPipe) organisation: string,
    @Param('year', ParseIntPipe) year: number,
    @Body() { due, basis }: NewObligationDto,
  ): Promise<ObligationDto> {
    if (!this.rules.years.has(year)) throw refuse('NO_COMPLIANCE_RULE', { year });
    await this.work.run(actor, async (manager) => {
      const [before] = await manager.query(
        'SELECT due, basis FROM obligation WHERE organisation_id = $1 AND year = $2 FOR UPDATE',
        [organisation, year],
      );
      await manager.query(
        `INSERT INTO obligation (organisation_id, year, due, basis, recorded_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (organisation_id, year) DO UPDATE SET due = EXCLUDED.due, basis = EXCLUDED.basis,
           recorded_by = EXCLUDED.recorded_by, recorded_at = now()`,
        [organisation, year, due, basis.trim(), actor.userId],
      );
      await this.audit.record(manager, {
        actor,
        action: 'obligation.recorded',
        subject: { type: 'obligation', id: `${organisation}/${year}` },
        details: { due, basis, before: before ?? null },
      });
    });
    return (await this.read(actor, { limit: 1, year, organisation })).items[0]!;
  }

  @Get()
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
