import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, PageQuery, Public, Role, Roles } from '@qingheng/platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { OfficialHistory, type Product, PRODUCTS, SOURCES } from '../history/official-history';
import { BoardService } from './board.service';
import { contractOf } from './contract';
import { type Mode, MarketRules } from './market-rules';
import { TradingService } from './trading.service';
import {
  BulletinDto,
  DealPageDto,
  ListingDto,
  ListingPageDto,
  MarketHistoryDto,
  MarketRulesDto,
  TakenDto,
} from './trading.dto';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f-]{36}$/;

class OfferBody {
  @ApiProperty({ enum: ['supply', 'demand'] })
  @IsIn(['supply', 'demand'])
  side: 'supply' | 'demand';

  @ApiProperty({ enum: ['listed', 'block'] })
  @IsIn(['listed', 'block'])
  mode: Mode;

  @ApiProperty({ example: 'CEA24' })
  @Matches(/^[A-Z0-9][A-Z0-9./-]{0,63}$/)
  asset: string;

  @ApiProperty({ example: '97.50', description: 'Yuan a unit' })
  @IsString()
  @MaxLength(20)
  price: string;

  @ApiProperty({ example: '1000' })
  @IsString()
  @MaxLength(20)
  quantity: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Of a block: to whom it is offered' })
  @IsOptional()
  @IsUUID()
  counterparty?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

class TakeBody {
  @ApiProperty({ example: '500' })
  @IsString()
  @MaxLength(20)
  quantity: string;
}

class ListingQuery extends PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(64)
  asset?: string;

  @ApiPropertyOptional({ enum: ['supply', 'demand'] })
  @IsOptional()
  @IsIn(['supply', 'demand'])
  side?: string;

  @ApiPropertyOptional({ enum: ['true'], description: "One's own, also those that are over" })
  @IsOptional()
  @IsIn(['true'])
  mine?: 'true';
}

class HistoryQuery {
  @ApiProperty({ enum: PRODUCTS })
  @IsIn(PRODUCTS)
  product: Product;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 2000, description: 'Only so many, the newest' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2000)
  last?: number;
}

class BulletinQuery {
  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  date: string;
}

@ApiTags('market')
@Controller('market')
export class TradingController {
  constructor(
    private readonly trading: TradingService,
    private readonly board: BoardService,
    private readonly rules: MarketRules,
    private readonly official: OfficialHistory,
  ) {}

  @Get('rules')
  @AnyRole()
  @ApiOperation({ summary: 'Sizes, bands and fees by kind and mode, dated, with their sources' })
  @ApiOkResponse({ type: MarketRulesDto })
  list() {
    return { items: this.rules.all };
  }

  @Get('history')
  @Public()
  @ApiOperation({ summary: 'Published days of the national market: prices, tonnes, yuan' })
  @ApiOkResponse({ type: MarketHistoryDto })
  history(@Query() { product, from, to, last }: HistoryQuery) {
    const source = product === 'CCER' ? SOURCES.ccer : SOURCES.cea;
    return { product, source, items: this.official.of(product, { from, to }).slice(last && -last) };
  }

  @Get('bulletin')
  @Public()
  @ApiOperation({ summary: "A day's deals by asset: open, high, low, close, quantities and amounts" })
  @ApiOkResponse({ type: BulletinDto })
  bulletin(@Query() { date }: BulletinQuery) {
    return this.board.bulletin(date);
  }

  @Get('listings')
  @AnyRole()
  @ApiOkResponse({ type: ListingPageDto })
  listings(@CurrentActor() actor: Actor, @Query() query: ListingQuery) {
    const [after] = query.after(UUID);
    const { asset, side, limit } = query;
    return this.board.listings(actor, { asset, side, mine: query.mine === 'true', after, limit });
  }

  @Post('listings')
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'Offer to sell or to buy; what is offered is put on hold' })
  @ApiCreatedResponse({ type: ListingDto })
  offer(@CurrentActor() actor: Actor, @Body() body: OfferBody) {
    return this.trading.offer(actor, body);
  }

  @Post('listings/:id/take')
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'Take all or part of an offer: units against money, at once' })
  @ApiCreatedResponse({ type: TakenDto })
  take(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() { quantity }: TakeBody) {
    return this.trading.take(actor, id, quantity);
  }

  @Post('listings/:id/cancel')
  @Roles(Role.Filer)
  @HttpCode(200)
  @ApiOkResponse({ type: ListingDto })
  cancel(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.trading.cancel(actor, id);
  }

  @Get('deals')
  @AnyRole()
  @ApiOperation({ summary: "One's own deals; all for those who oversee" })
  @ApiOkResponse({ type: DealPageDto })
  deals(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    const [after] = query.after(UUID);
    return this.board.deals(actor, { after, limit: query.limit });
  }

  @Get('deals/:id/contract')
  @AnyRole()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
  @ApiProduces('text/html')
  async contract(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<string> {
    return contractOf(await this.board.deal(actor, id));
  }
}
