import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Role, Roles } from '../../access';
import { IdPipe } from '../../errors';
import { pageOf } from '../../http/page';
import { NewUserBody, OfOrganisationQuery, PasswordResetBody, RolesBody, UserPageDto, UserRow } from './admin.dto';
import { UserAdministration } from './user-administration';

@ApiTags('admin')
@Controller('admin/users')
@Roles(Role.MethodAdmin)
export class UsersController {
  constructor(private readonly users: UserAdministration) {}

  @Get()
  @ApiOperation({ summary: 'People by user name' })
  @ApiOkResponse({ type: UserPageDto })
  async list(@CurrentActor() actor: Actor, @Query() query: OfOrganisationQuery): Promise<UserPageDto> {
    const { limit, organisationId, q } = query;
    const [after] = query.after(/./);
    const rows = await this.users.list(actor, { organisationId, q, after, limit: limit + 1 });
    return pageOf(rows, limit, ({ username }) => [username.toLowerCase()]);
  }

  @Post()
  @ApiOperation({ summary: 'Make an account' })
  @ApiCreatedResponse({ type: UserRow })
  create(@CurrentActor() actor: Actor, @Body() body: NewUserBody): Promise<UserRow> {
    return this.users.create(actor, body);
  }

  @Put(':id/roles')
  @HttpCode(204)
  @ApiOperation({ summary: 'Give somebody else these roles and no others; ends their sessions' })
  @ApiNoContentResponse()
  setRoles(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: RolesBody): Promise<void> {
    return this.users.setRoles(actor, id, body.roles);
  }

  @Put(':id/password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Give somebody else a new password; ends their sessions' })
  @ApiNoContentResponse()
  resetPassword(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: PasswordResetBody,
  ): Promise<void> {
    return this.users.resetPassword(actor, id, body.password);
  }

  @Post(':id/disable')
  @HttpCode(204)
  @ApiOperation({ summary: 'Shut somebody else out; ends their sessions' })
  @ApiNoContentResponse()
  disable(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.users.disable(actor, id);
  }

  @Post(':id/enable')
  @HttpCode(204)
  @ApiOperation({ summary: 'Let somebody in again' })
  @ApiNoContentResponse()
  enable(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.users.enable(actor, id);
  }
}
