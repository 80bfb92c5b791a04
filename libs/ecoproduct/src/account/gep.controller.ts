import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { DrawsBody, GepDto, GepOfYearsDto, GepQuery, GepRowsDto, GepUncertaintyDto } from './account.dto';
import { GepService } from './gep.service';
import { GepSeriesDto, GepSeriesQuery } from './series/series.dto';
import { SeriesService } from './series/series.service';

@ApiTags('ecoproducts')
@Controller('ecoproduct/accounts')
export class GepController {
  constructor(
    private readonly accounts: GepService,
    private readonly years: SeriesService,
  ) {}

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'Issued GEP accounts, newest period first' })
  @ApiOkResponse({ type: GepRowsDto })
  list(@CurrentActor() actor: Actor, @Query() query: GepQuery): Promise<GepRowsDto> {
    const [end, region, id] = query.after(/^\d{4}-\d\d-\d\d$/, /^\d{2,12}$/, /^[0-9a-f-]{36}$/);
    return this.accounts.list(actor, query, end && region && id ? { end, region, id } : undefined);
  }

  @Get('years')
  @AnyRole()
  @ApiOperation({
    summary: 'The newest account of each region and year: a map over the regions, a line over the years',
  })
  @ApiOkResponse({ type: GepOfYearsDto })
  async ofYears(@CurrentActor() actor: Actor): Promise<GepOfYearsDto> {
    return { items: await this.accounts.ofYears(actor) };
  }

  @Get('series')
  @AnyRole()
  @ApiOperation({ summary: "A region's accounts at current prices and at those of a base year" })
  @ApiOkResponse({ type: GepSeriesDto })
  series(@CurrentActor() actor: Actor, @Query() { region, base }: GepSeriesQuery): Promise<GepSeriesDto> {
    return this.years.of(actor, region, base);
  }

  @Get(':filing')
  @AnyRole()
  @ApiOperation({ summary: 'An issued account by service and ecosystem, market and non-market apart' })
  @ApiOkResponse({ type: GepDto })
  one(@CurrentActor() actor: Actor, @Param('filing', IdPipe) filing: string): Promise<GepDto> {
    return this.accounts.one(actor, filing);
  }

  @Post(':filing/uncertainty')
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'Draw its parameters again and again: P5, P50, P95; the seed repeats it' })
  @ApiCreatedResponse({ type: GepUncertaintyDto })
  draw(
    @CurrentActor() actor: Actor,
    @Param('filing', IdPipe) filing: string,
    @Body() body: DrawsBody,
  ): Promise<GepUncertaintyDto> {
    return this.accounts.draw(actor, filing, body);
  }
}
