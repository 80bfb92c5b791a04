import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Roles, UnitOfWork } from '@qingheng/platform';
import { READERS } from '../programme/programme.controller';
import { DeadlineRules } from './deadline.rules';
import { DeadlineListDto } from './deadline.dto';

@ApiTags('compensation')
@Controller('compensation')
export class DeadlineController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: DeadlineRules,
  ) {}

  @Get('deadlines')
  @Roles(...READERS)
  @ApiOperation({ summary: 'What is late in the programmes one sees, the longest first, with the rule it rests on' })
  @ApiOkResponse({ type: DeadlineListDto })
  async list(@CurrentActor() actor: Actor) {
    const rows: { code: string }[] = await this.work.run(actor, (manager) =>
      manager.query(
        `SELECT d.programme_id AS "programmeId", p.number, p.title, d.code, d.subject, d.began::text, d.due::text,
           (now() AT TIME ZONE 'Asia/Shanghai')::date - d.due AS "daysLate"
         FROM compensation_deadline d JOIN compensation_programme p ON p.id = d.programme_id
         ORDER BY d.due, d.programme_id, d.code, d.subject LIMIT 200`,
      ),
    );
    const rules = new Map(this.rules.all.map((rule) => [rule.code as string, rule]));
    return { items: rows.map((row) => ({ ...row, rule: rules.get(row.code) })) };
  }
}
