import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, PageQuery, Role, Roles } from '@qingheng/platform';
import {
  DisclosedDto,
  LinkConsentBody,
  SupplierLinkDto,
  LinkFilingBody,
  LinkNoteBody,
  SupplierLinkPageDto,
  LinkRequestBody,
} from './link.dto';
import { LinkService } from './link.service';
import { RoundService } from './round.service';

@ApiTags('supplier-links')
@Controller('supplier-links')
@Roles(Role.Filer)
export class LinkController {
  constructor(
    private readonly links: LinkService,
    private readonly rounds: RoundService,
  ) {}

  @Get()
  @Roles(Role.Filer, Role.Regulator, Role.Auditor, Role.Reviewer)
  @ApiOperation({ summary: 'Links to suppliers and from takers, newest first' })
  @ApiOkResponse({ type: SupplierLinkPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<SupplierLinkPageDto> {
    const [after] = query.after(/^[0-9a-f-]{36}$/);
    return this.links.list(actor, { limit: query.limit, after });
  }

  @Post()
  @ApiOperation({ summary: 'Ask a supplier for a live link to a product' })
  @ApiCreatedResponse({ type: SupplierLinkDto })
  request(@CurrentActor() actor: Actor, @Body() body: LinkRequestBody): Promise<SupplierLinkDto> {
    return this.links.request(actor, body);
  }

  @Get(':id')
  @Roles(Role.Filer, Role.Regulator, Role.Auditor, Role.Reviewer)
  @ApiOkResponse({ type: SupplierLinkDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SupplierLinkDto> {
    return this.links.one(actor, id);
  }

  @Post(':id/consent')
  @HttpCode(200)
  @ApiOperation({ summary: 'Consent as the supplier, at a level of disclosure' })
  @ApiOkResponse({ type: SupplierLinkDto })
  consent(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: LinkConsentBody,
  ): Promise<SupplierLinkDto> {
    return this.links.consent(actor, id, body);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse as the supplier' })
  @ApiOkResponse({ type: SupplierLinkDto })
  refuse(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { note }: LinkNoteBody,
  ): Promise<SupplierLinkDto> {
    return this.links.refuse(actor, id, note);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: 'End the link, as either side; runs keep what they took' })
  @ApiOkResponse({ type: SupplierLinkDto })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { note }: LinkNoteBody,
  ): Promise<SupplierLinkDto> {
    return this.links.withdraw(actor, id, note);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take the proposed version, as the taker' })
  @ApiOkResponse({ type: SupplierLinkDto })
  accept(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SupplierLinkDto> {
    return this.links.decide(actor, id, true);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stay with the accepted version' })
  @ApiOkResponse({ type: SupplierLinkDto })
  decline(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SupplierLinkDto> {
    return this.links.decide(actor, id, false);
  }

  @Put(':id/filing')
  @ApiOperation({ summary: 'Say which of our filings uses the link' })
  @ApiOkResponse({ type: SupplierLinkDto })
  use(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { filing }: LinkFilingBody,
  ): Promise<SupplierLinkDto> {
    return this.links.use(actor, id, filing);
  }

  @Get(':id/footprint')
  @ApiOperation({ summary: 'What the supplier discloses of the accepted version' })
  @ApiOkResponse({ type: DisclosedDto })
  disclosed(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DisclosedDto> {
    return this.links.disclosed(actor, id);
  }

  @Post(':id/joint-run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Solve the circle together, once everyone on it has consented' })
  @ApiOkResponse({ type: SupplierLinkDto })
  run(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SupplierLinkDto> {
    return this.rounds.run(actor, id);
  }
}
