import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, OnceOnly, PageQuery, Role, Roles } from '@qingheng/platform';
import { CriteriaBody, RequestBody } from '../exchange.dto';
import {
  AskedDto,
  NewPartnerDto,
  PartnerBody,
  PartnerDto,
  PartnerListDto,
  PartnerSecretDto,
  PulledDto,
} from './partner.dto';
import { PartnerService } from './partner.service';

@ApiTags('exchange')
@Controller('pact/partners')
@Roles(Role.Filer)
export class PartnerController {
  constructor(private readonly partners: PartnerService) {}

  @Get()
  @Roles(Role.Filer, Role.Regulator, Role.Auditor)
  @ApiOperation({ summary: 'Partners by name: the allow-list of the exchange' })
  @ApiOkResponse({ type: PartnerListDto })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<PartnerListDto> {
    const [name, id] = query.after(/^[^]{1,400}$/, /^[0-9a-f-]{36}$/);
    return this.partners.list(actor, query.limit, name && id ? { name, id } : undefined);
  }

  @Post()
  @OnceOnly('secret')
  @ApiOperation({ summary: 'Register a partner; its secret for our host is shown once' })
  @ApiCreatedResponse({ type: NewPartnerDto })
  create(@CurrentActor() actor: Actor, @Body() body: PartnerBody): Promise<NewPartnerDto> {
    return this.partners.create(actor, body);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Change name, address, credentials or what it may see' })
  @ApiOkResponse({ type: PartnerDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: PartnerBody,
  ): Promise<PartnerDto> {
    return this.partners.change(actor, id, body);
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @OnceOnly('secret')
  @ApiOperation({ summary: 'A new secret for our host; the old one and its tokens end at once' })
  @ApiOkResponse({ type: PartnerSecretDto })
  rotate(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PartnerSecretDto> {
    return this.partners.rotate(actor, id);
  }

  @Post(':id/disable')
  @HttpCode(200)
  @ApiOperation({ summary: 'Shut a partner out at once' })
  @ApiOkResponse({ type: PartnerDto })
  disable(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PartnerDto> {
    return this.partners.enable(actor, id, false);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let a partner in again' })
  @ApiOkResponse({ type: PartnerDto })
  enable(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PartnerDto> {
    return this.partners.enable(actor, id, true);
  }

  @Post(':id/requests')
  @ApiOperation({ summary: 'Ask for footprints; the answer comes as an event' })
  @ApiCreatedResponse({ type: AskedDto })
  ask(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: RequestBody): Promise<AskedDto> {
    return this.partners.ask(actor, id, given(body));
  }

  @Post(':id/pull')
  @HttpCode(202)
  @ApiOperation({ summary: 'Read the list of its footprints in the background' })
  @ApiCreatedResponse({ type: PulledDto })
  pull(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: CriteriaBody): Promise<PulledDto> {
    return this.partners.pull(actor, id, given(body));
  }
}

/** Absent, never null or empty. */
const given = (body: object): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(body as Record<string, string | string[] | undefined>).filter(([, value]) => value?.length),
  ) as Record<string, string | string[]>;
