import { Controller, Get, Injectable, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { buffersOf } from '../reversal/reversal.service';
import { SELECT_REVERSAL } from '../reversal/reversal.types';
import { STAGES } from '../stage/stage.record';
import { SinkRules } from '../sink-rules';
import { SinkCreditsDto } from './credits.dto';

/** A project's periods from the filing to the lots in the book, in one answer. */
const PERIODS = `
  SELECT m.id, lower(m.during)::text AS start, (upper(m.during) - 1)::text AS "end",
    (SELECT json_build_object('id', f.id, 'number', f.number, 'status', f.status, 'runId', f.run_id,
        'outputs', r.result->'outputs')
      FROM sink_period_filing l JOIN filing f ON f.id = l.filing_id LEFT JOIN run r ON r.id = f.run_id
      WHERE l.period_id = m.id) AS filing,
    coalesce((SELECT json_agg(json_build_object('id', v.id, 'number', v.number, 'status', v.status,
        'verifier', v.verifier->>'name', 'openFindings', (SELECT count(*) FROM sink_finding d
          WHERE d.verification_id = v.id AND d.status <> 'closed')) ORDER BY v.id DESC)
      FROM sink_verification v WHERE v.period_id = m.id), '[]') AS verifications,
    (SELECT json_build_object('statement', i.statement, 'tonnes', i.tonnes::text, 'buffer', i.buffer::text,
        'stock', trim_scale(i.stock)::text, 'claims', i.claims, 'issuedBy', i.issued_by, 'issuedAt', i.issued_at,
        'book', CASE WHEN EXISTS (SELECT FROM ledger_transfer t WHERE t.request_id = i.ledger_request) THEN 'posted'
          WHEN EXISTS (SELECT FROM ledger_refusal x WHERE x.request_id = i.ledger_request) THEN 'refused'
          ELSE 'waiting' END,
        'lots', (SELECT json_agg(json_build_object('vintage', o.vintage, 'asset', o.asset, 'days', o.days,
            'tonnes', o.tonnes::text, 'buffer', o.buffer::text) ORDER BY o.vintage)
          FROM sink_issuance_lot o WHERE o.issuance_id = i.id))
      FROM sink_issuance i WHERE i.period_id = m.id) AS issuance,
    ${STAGES(`g.period_id = m.id AND g.run_id IN (SELECT f.run_id FROM sink_period_filing l JOIN filing f ON f.id = l.filing_id
      WHERE l.period_id = m.id)`)} AS stages
  FROM sink_monitoring_period m WHERE m.project_id = $1 ORDER BY m.during`;

@Injectable()
export class CreditsReader {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: SinkRules,
  ) {}

  read(actor: Actor, project: string): Promise<SinkCreditsDto> {
    return this.work.run(actor, async (manager) => {
      const [found] = await manager.query(
        `SELECT p.id AS "projectId", p.number, p.name, p.organisation_id AS "organisationId", o.name AS organisation,
           p.region, p.method, p.status,
           (SELECT number FROM sink_reversal r WHERE r.project_id = p.id AND r.status IN ('reported', 'confirmed')
            ORDER BY number LIMIT 1) AS "blockedBy",
           (SELECT coalesce(sum(tonnes), 0)::text FROM sink_issuance i WHERE i.project_id = p.id) AS issued
         FROM sink_project p JOIN organisation o ON o.id = p.organisation_id WHERE p.id = $1`,
        [project],
      );
      if (!found) throw refuseAny('NOT_FOUND');
      const periods = await manager.query(PERIODS, [project]);
      const reversals = await manager.query(`${SELECT_REVERSAL} WHERE r.project_id = $1 ORDER BY r.id DESC`, [project]);
      const buffers = await buffersOf(manager, project);
      const buffer = buffers.reduce((sum, { balance }) => sum + balance, 0n);
      const stagesRequired = this.rules.registry.required.includes(found.method as string);
      return { ...found, stagesRequired, buffer: `${buffer}`, periods, reversals };
    });
  }
}

@ApiTags('sinks')
@Controller('sink/projects/:id/credits')
export class CreditsController {
  constructor(private readonly credits: CreditsReader) {}

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'Monitoring, verification, issuance and reversals of a project, down to lots and serials' })
  @ApiOkResponse({ type: SinkCreditsDto })
  read(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SinkCreditsDto> {
    return this.credits.read(actor, id);
  }
}
