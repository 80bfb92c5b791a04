import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res, StreamableFile } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, PageQuery, refuse, Role, Roles } from '@qingheng/platform';
import type { Request, Response } from 'express';
import { EvidenceDto, EvidencePageDto, NewEvidenceQuery } from '../evidence/evidence.dto';
import { EvidenceService } from '../evidence/evidence.service';
import { FORMS, formOf, isFormName } from '../import/forms';
import { NewStockDto, StockDto, StockPageDto, StockPlotsQuery, StockTreesQuery } from '../stock/stock.dto';
import { StockService } from '../stock/stock.service';
import { DivisionDto, NewDivisionDto, VersionQuery } from '../stratum/stratum.dto';
import { StratumService } from '../stratum/stratum.service';
import { PlotPageDto, RowsDto, RowsQuery } from './plot.dto';
import { PlotService } from './plot.service';

const UUID = /^[0-9a-f-]{36}$/;
const ANY = /^.{1,200}$/s;

@ApiTags('sinks')
@Controller('sink')
export class FieldController {
  constructor(
    private readonly strata: StratumService,
    private readonly plots: PlotService,
    private readonly stocks: StockService,
    private readonly evidence: EvidenceService,
  ) {}

  @Put('projects/:id/strata')
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'Divide the project into strata, as one whole; plots are carried over' })
  @ApiOkResponse({ type: DivisionDto })
  divide(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() division: NewDivisionDto) {
    return this.strata.divide(actor, id, division);
  }

  @Get('projects/:id/strata')
  @AnyRole()
  @ApiOkResponse({ type: DivisionDto })
  divided(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() { version }: VersionQuery) {
    return this.strata.list(actor, id, version === undefined ? undefined : Number(version));
  }

  @Get('projects/:id/plots')
  @AnyRole()
  @ApiOperation({ summary: 'Plots with their visits; true positions only for those entitled' })
  @ApiOkResponse({ type: PlotPageDto })
  listPlots(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery) {
    const [after] = query.after(ANY);
    return this.plots.list(actor, id, { after, limit: query.limit });
  }

  @Get('projects/:id/forms/:form')
  @AnyRole()
  @ApiOperation({ summary: 'What was measured, by form' })
  @ApiParam({ name: 'form', enum: FORMS.map(({ name }) => name) })
  @ApiOkResponse({ type: RowsDto })
  rows(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('form') form: string,
    @Query() query: RowsQuery,
  ) {
    if (!isFormName(form)) throw refuse('NOT_FOUND');
    const { plot, round, limit } = query;
    const after = query.after(ANY, /^\d{1,2}$/, ...formOf(form).key.map(() => ANY));
    return this.plots.rows(actor, id, form, { plot, round, limit, ...(after.length && { after }) });
  }

  @Post('projects/:id/stocks')
  @Roles(Role.Filer)
  @HttpCode(202)
  @ApiOperation({ summary: 'Work out above-ground biomass from trees to plots; filings take it by reference' })
  @ApiAcceptedResponse({ type: StockDto })
  start(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() stock: NewStockDto) {
    return this.stocks.start(actor, id, stock);
  }

  @Get('projects/:id/stocks')
  @AnyRole()
  @ApiOkResponse({ type: StockPageDto })
  listStocks(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery) {
    const [after] = query.after(UUID);
    return this.stocks.list(actor, id, { after, limit: query.limit });
  }

  @Get('stocks/:id')
  @AnyRole()
  @ApiOkResponse({ type: StockDto })
  stock(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.stocks.one(actor, id);
  }

  @Get('stocks/:id/plots')
  @AnyRole()
  @ApiOkResponse({ type: RowsDto })
  stockPlots(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: StockPlotsQuery) {
    const [after] = query.after(ANY);
    return this.stocks.plots(actor, id, { round: query.round, after, limit: query.limit });
  }

  @Get('stocks/:id/trees')
  @AnyRole()
  @ApiOperation({ summary: 'The trees of a plot, each with its equation worked out' })
  @ApiOkResponse({ type: RowsDto })
  stockTrees(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: StockTreesQuery) {
    const [after] = query.after(ANY);
    return this.stocks.trees(actor, id, { plot: query.plot, round: query.round, after, limit: query.limit });
  }

  @Post('stocks/:id/discard')
  @Roles(Role.Filer)
  @HttpCode(204)
  @ApiOperation({ summary: 'Give up a stock that no filing refers to, so that its data can be corrected' })
  @ApiNoContentResponse()
  async discard(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.stocks.discard(actor, id);
  }

  @Post('projects/:id/evidence')
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'A photo, an instrument, a calibration: the file as the body of the request' })
  @ApiConsumes('application/octet-stream')
  @ApiCreatedResponse({ type: EvidenceDto })
  addEvidence(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: NewEvidenceQuery,
    @Req() request: Request,
  ) {
    return this.evidence.add(actor, id, query, request);
  }

  @Get('projects/:id/evidence')
  @AnyRole()
  @ApiOkResponse({ type: EvidencePageDto })
  listEvidence(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery) {
    const [after] = query.after(UUID);
    return this.evidence.list(actor, id, { after, limit: query.limit });
  }

  @Get('evidence/:id')
  @Roles(Role.Filer, Role.Reviewer, Role.Regulator, Role.Auditor)
  @ApiOperation({ summary: 'The file itself: a photo may show where a plot lies' })
  async openEvidence(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { media, name, content } = await this.evidence.open(actor, id);
    response.setHeader('Cache-Control', 'no-store');
    return new StreamableFile(content, {
      type: media,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }
}
