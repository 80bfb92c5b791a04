/** Supply and demand: what the catalogue publishes beside what the trading centre lists. The two rooms meet here, by asset. */
import { CatalogueService } from '@qingheng/ecoproduct';
import { BoardService } from '@qingheng/market';
import { type Actor, AnyRole, CurrentActor, IdPipe } from '@qingheng/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';

class ListingMatchDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: string;
  @ApiProperty({ enum: ['supply', 'demand'] }) side: 'supply' | 'demand';
  @ApiProperty() asset: string;
  @ApiProperty() unit: string;
  @ApiProperty({ description: '元 for one unit' }) price: string;
  @ApiProperty() remaining: string;
}

class TradedDto {
  @ApiProperty({ format: 'date' }) on: string;
  @ApiProperty({ enum: ['listed', 'block', 'auction'] }) mode: string;
  @ApiProperty() quantity: string;
  @ApiProperty({ description: '元 for one unit' }) price: string;
  @ApiProperty({ description: '元' }) amount: string;
}

const LAST_DEALS = 20;

class ListingMatchesDto {
  @ApiProperty({ nullable: true, type: String, description: 'Asset of the product; without one nothing is listed' })
  asset: string | null;
  @ApiProperty({ type: [ListingMatchDto], description: 'Who wants to buy, the best price first' })
  demand: ListingMatchDto[];
  @ApiProperty({ type: [ListingMatchDto], description: 'Who offers the same, the lowest price first' })
  supply: ListingMatchDto[];
  @ApiProperty({ type: [TradedDto], description: 'What it was last dealt at, newest first; it names nobody' })
  deals: TradedDto[];
}

@ApiTags('ecoproducts')
@Controller('ecoproduct/products')
export class MatchesController {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly board: BoardService,
  ) {}

  @Get(':id/matches')
  @AnyRole()
  @ApiOperation({ summary: 'Open listings and last deals of the market for what this product is traded as' })
  @ApiOkResponse({ type: ListingMatchesDto })
  async matches(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ListingMatchesDto> {
    const { asset } = await this.catalogue.one(actor, id);
    if (!asset) return { asset: null, demand: [], supply: [], deals: [] };
    const [demand, supply, deals] = await Promise.all([
      this.open(actor, asset, 'demand'),
      this.open(actor, asset, 'supply'),
      this.board.traded(asset, LAST_DEALS),
    ]);
    return { asset, demand: demand.reverse(), supply, deals };
  }

  /** The lowest price first. */
  private async open(actor: Actor, asset: string, side: 'supply' | 'demand'): Promise<ListingMatchDto[]> {
    const { items } = await this.board.listings(actor, { asset, side, limit: 100 });
    const fen = ({ price }: ListingMatchDto): bigint => BigInt(price.replace('.', ''));
    return (items as ListingMatchDto[])
      .map(({ id, number, asset: of, unit, price, remaining }) => ({
        id,
        number,
        side,
        asset: of,
        unit,
        price,
        remaining,
      }))
      .sort((a, b) => (fen(a) < fen(b) ? -1 : fen(a) > fen(b) ? 1 : 0));
  }
}
