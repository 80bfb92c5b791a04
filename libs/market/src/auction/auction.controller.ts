import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { AuctionService } from './auction.service';

class NewAuctionDto {
  @ApiProperty({ example: 'CEA24' })
  @Matches(/^[A-Z0-9][A-Z0-9./-]{0,63}$/)
  asset: string;

  @ApiProperty({ example: '50000' })
  @IsString()
  @MaxLength(20)
  quantity: string;

  @ApiProperty({ example: '90.00', description: 'lowest price, yuan a unit' })
  @IsString()
  @MaxLength(20)
  floor: string;

  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true })
  opensAt: string;

  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true })
  closesAt: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

class NewBidDto {
  @ApiProperty({ example: '95.50' })
  @IsString()
  @MaxLength(20)
  price: string;

  @ApiProperty({ example: '1000' })
  @IsString()
  @MaxLength(20)
  quantity: string;
}

class BidDto {
  @ApiProperty() id: string;
  @ApiProperty() price: string;
  @ApiProperty() quantity: string;
  @ApiProperty({ enum: ['open', 'withdrawn', 'won', 'lost'] }) status: string;
  @ApiProperty() won: string;
  @ApiProperty() at: string;
}

class AuctionDto {
  @ApiProperty() id: string;
  @ApiProperty() number: string;
  @ApiProperty() asset: string;
  @ApiProperty() unit: string;
  @ApiProperty() quantity: string;
  @ApiProperty() floor: string;
  @ApiProperty() opensAt: string;
  @ApiProperty() closesAt: string;
  @ApiProperty({ enum: ['before', 'open', 'over'] }) phase: string;
  @ApiProperty({ enum: ['announced', 'settled', 'cancelled'] }) status: string;
  @ApiProperty() sold: string;
  @ApiProperty() note: string;
  @ApiProperty() mine: boolean;
  @ApiPropertyOptional({
    type: [BidDto],
    description: "one's own; all of them once it is settled, to those who oversee",
  })
  bids?: BidDto[];
}

class AuctionListDto {
  @ApiProperty({ type: [AuctionDto] }) items: AuctionDto[];
}

class MadeBidDto {
  @ApiProperty() id: string;
  @ApiProperty() price: string;
  @ApiProperty() quantity: string;
  @ApiProperty({ description: 'yuan put on hold' }) held: string;
}

@ApiTags('market')
@Controller('market')
export class AuctionController {
  constructor(private readonly auctions: AuctionService) {}

  @Get('auctions')
  @AnyRole()
  @ApiOkResponse({ type: AuctionListDto })
  list(@CurrentActor() actor: Actor): Promise<AuctionListDto> {
    return this.auctions.list(actor);
  }

  @Post('auctions')
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'Announce a one-way auction; the units are put on hold' })
  @ApiCreatedResponse({ type: AuctionDto })
  announce(@CurrentActor() actor: Actor, @Body() body: NewAuctionDto): Promise<AuctionDto> {
    return this.auctions.announce(actor, body);
  }

  @Post('auctions/:id/bids')
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'A sealed bid; its money is put on hold' })
  @ApiCreatedResponse({ type: MadeBidDto })
  bid(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: NewBidDto): Promise<MadeBidDto> {
    return this.auctions.bid(actor, id, body);
  }

  @Post('bids/:id/withdraw')
  @Roles(Role.Filer)
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.auctions.withdraw(actor, id);
  }

  @Post('auctions/:id/settle')
  @Roles(Role.Trader)
  @HttpCode(200)
  @ApiOperation({ summary: 'Settle an auction that is over; by the clock it happens by itself' })
  @ApiOkResponse({ type: AuctionDto })
  settle(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<AuctionDto> {
    return this.auctions.settle(actor, id);
  }
}
