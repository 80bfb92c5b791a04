import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Role, Roles } from '../../access';
import { pageOf } from '../../http/page';
import { refuse } from '../identity.messages';
import { NewOrganisationBody, OrganisationPageDto, OrganisationQuery, OrganisationRow } from './admin.dto';
import { Administration } from './administration';

const COLUMNS = 'id, name, kind, credit_code AS "creditCode", region, created_at AS "createdAt"';

@ApiTags('admin')
@Controller('admin/organisations')
@Roles(Role.MethodAdmin)
export class OrganisationsController {
  constructor(private readonly administration: Administration) {}

  @Get()
  @ApiOperation({ summary: 'Organisations by name' })
  @ApiOkResponse({ type: OrganisationPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: OrganisationQuery): Promise<OrganisationPageDto> {
    const [name = null, id = null] = query.after(/./, /^[0-9a-f-]{36}$/);
    return this.administration.look(actor, async (manager) => {
      const rows: OrganisationRow[] = await manager.query(
        `SELECT ${COLUMNS} FROM organisation WHERE ($1::text IS NULL OR (name, id) > ($1, $2::uuid))
           AND ($3::text IS NULL OR strpos(lower(concat_ws(' ', name, credit_code)), lower($3)) > 0)
         ORDER BY name, id LIMIT $4`,
        [name, id, query.q ?? null, query.limit + 1],
      );
      return pageOf(rows, query.limit, (row) => [row.name, row.id]);
    });
  }

  @Post()
  @ApiOperation({ summary: 'Register an organisation' })
  @ApiCreatedResponse({ type: OrganisationRow })
  create(@CurrentActor() actor: Actor, @Body() body: NewOrganisationBody): Promise<OrganisationRow> {
    const { name, kind, creditCode, region } = body;
    return this.administration.do(actor, async (manager) => {
      const [row]: OrganisationRow[] = await manager.query(
        `INSERT INTO organisation (name, kind, credit_code, region) VALUES ($1, $2, $3, $4)
         ON CONFLICT (credit_code) DO NOTHING RETURNING ${COLUMNS}`,
        [name, kind, creditCode ?? null, region ?? null],
      );
      if (!row) throw refuse('CREDIT_CODE_TAKEN', { creditCode: creditCode! });
      const subject = { type: 'organisation' as const, id: row.id };
      return { result: row, action: 'organisation.created', subject, details: { ...body } };
    });
  }
}
