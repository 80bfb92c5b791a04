import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Role, Roles } from '../../access';
import { IdPipe, refuse as refuseAny } from '../../errors';
import { OnceOnly } from '../../http/once-only';
import { pageOf } from '../../http/page';
import { hashOfSecret, newSecret } from '../clients/access-tokens';
import { ClientPageDto, ClientRow, ClientSecretDto, NewClientBody, OfOrganisationQuery } from './admin.dto';
import { Administration, requireFitting } from './administration';

@ApiTags('admin')
@Controller('admin/clients')
@Roles(Role.MethodAdmin)
export class ClientsController {
  constructor(private readonly administration: Administration) {}

  @Get()
  @ApiOperation({ summary: 'Machines of organisations by name' })
  @ApiOkResponse({ type: ClientPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: OfOrganisationQuery): Promise<ClientPageDto> {
    const [name = null, id = null] = query.after(/./, /^[0-9a-f-]{36}$/);
    return this.administration.look(actor, async (manager) => {
      const rows: ClientRow[] = await manager.query(
        `SELECT c.id, c.name, c.organisation_id AS "organisationId", o.name AS organisation, c.roles,
           c.disabled_at AS "disabledAt", c.created_at AS "createdAt"
         FROM api_client c JOIN organisation o ON o.id = c.organisation_id
         WHERE ($1::text IS NULL OR (c.name, c.id) > ($1, $2::uuid)) AND ($3::uuid IS NULL OR c.organisation_id = $3)
           AND ($4::text IS NULL OR strpos(lower(concat_ws(' ', c.name, o.name)), lower($4)) > 0)
         ORDER BY c.name, c.id LIMIT $5`,
        [name, id, query.organisationId ?? null, query.q ?? null, query.limit + 1],
      );
      return pageOf(rows, query.limit, (row) => [row.name, row.id]);
    });
  }

  @Post()
  @OnceOnly('secret')
  @ApiOperation({ summary: 'Make a client; its secret is shown once' })
  @ApiCreatedResponse({ type: ClientSecretDto })
  create(@CurrentActor() actor: Actor, @Body() body: NewClientBody): Promise<ClientSecretDto> {
    const secret = newSecret();
    return this.administration.do(actor, async (manager) => {
      await requireFitting(manager, body.organisationId, body.roles);
      const [{ id }] = await manager.query(
        'INSERT INTO api_client (organisation_id, name, secret_hash, roles) VALUES ($1, $2, $3, $4) RETURNING id',
        [body.organisationId, body.name, hashOfSecret(secret), body.roles],
      );
      const subject = { type: 'api_client' as const, id };
      return { result: { id, secret }, action: 'api_client.created', subject, details: { ...body } };
    });
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @OnceOnly('secret')
  @ApiOperation({ summary: 'A new secret; the old one and every token made with it end at once' })
  @ApiOkResponse({ type: ClientSecretDto })
  async rotate(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ClientSecretDto> {
    const secret = newSecret();
    await this.set(actor, id, 'secret_hash = $2', [hashOfSecret(secret)], 'api_client.rotated');
    return { id, secret };
  }

  @Post(':id/disable')
  @HttpCode(204)
  @ApiOperation({ summary: 'Shut a client out at once' })
  @ApiNoContentResponse()
  disable(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.set(actor, id, 'disabled_at = COALESCE(disabled_at, now())', [], 'api_client.disabled');
  }

  @Post(':id/enable')
  @HttpCode(204)
  @ApiOperation({ summary: 'Let a client in again' })
  @ApiNoContentResponse()
  enable(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.set(actor, id, 'disabled_at = NULL', [], 'api_client.enabled');
  }

  private set(actor: Actor, id: string, change: string, values: string[], action: string): Promise<void> {
    return this.administration.do(actor, async (manager) => {
      const [rows] = await manager.query(`UPDATE api_client SET ${change} WHERE id = $1 RETURNING id`, [id, ...values]);
      if (!rows.length) throw refuseAny('NOT_FOUND');
      return { result: undefined, action, subject: { type: 'api_client', id } };
    });
  }
}
