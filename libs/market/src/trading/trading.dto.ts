import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class MarketRuleDto {
  @ApiProperty() kind: string;
  @ApiProperty({ enum: ['listed', 'block'] }) mode: 'listed' | 'block';
  @ApiProperty({ format: 'date', description: 'First day on which it holds' }) from: string;
  @ApiProperty({ description: 'Smallest quantity of an order' }) least: string;
  @ApiPropertyOptional() most?: string;
  @ApiPropertyOptional({ description: 'Largest move against the previous close, as a share of it' }) band?: string;
  @ApiProperty({ description: 'Share of the amount that each side pays' }) fee: string;
  @ApiProperty() source: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
}

export class MarketRulesDto {
  @ApiProperty({ type: [MarketRuleDto] }) items: MarketRuleDto[];
}

export class MarketDayDto {
  @ApiProperty({ format: 'date' }) date: string;
  @ApiProperty({ description: 'Yuan a tonne; empty where none was published' }) open: string;
  @ApiProperty() high: string;
  @ApiProperty() low: string;
  @ApiProperty() close: string;
  @ApiProperty() listedT: string;
  @ApiProperty() listedYuan: string;
  @ApiProperty() blockT: string;
  @ApiProperty() blockYuan: string;
  @ApiProperty({ enum: ['secondary', 'provisional'] }) confidence: 'secondary' | 'provisional';
}

export class MarketHistoryDto {
  @ApiProperty() product: string;
  @ApiProperty() source: string;
  @ApiProperty({ type: [MarketDayDto] }) items: MarketDayDto[];
}

export class BulletinLineDto {
  @ApiProperty() asset: string;
  @ApiProperty() unit: string;
  @ApiProperty({ type: String, nullable: true }) open: string | null;
  @ApiProperty({ type: String, nullable: true }) high: string | null;
  @ApiProperty({ type: String, nullable: true }) low: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Mean of the listed deals by quantity' }) close:
    string | null;
  @ApiProperty() listed: string;
  @ApiProperty() listedAmount: string;
  @ApiProperty() block: string;
  @ApiProperty() blockAmount: string;
  @ApiProperty() deals: number;
}

export class BulletinDto {
  @ApiProperty({ format: 'date' }) date: string;
  @ApiProperty({ type: [BulletinLineDto] }) items: BulletinLineDto[];
}

class ListedBehindDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'False: it is not published any more, and the offer cannot be taken' }) stands: boolean;
  @ApiProperty({ description: 'Whether its page may be opened' }) open: boolean;
}

export class ListingDto {
  @ApiProperty() id: string;
  @ApiProperty() number: string;
  @ApiProperty() organisationId: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: "Null where it is somebody else's: who offers is not told",
  })
  organisation: string | null;
  @ApiProperty({ enum: ['supply', 'demand'] }) side: 'supply' | 'demand';
  @ApiProperty({ enum: ['listed', 'block'] }) mode: 'listed' | 'block';
  @ApiProperty() asset: string;
  @ApiProperty({ type: ListedBehindDto, nullable: true, description: 'The product of the catalogue behind the asset' })
  behind: ListedBehindDto | null;
  @ApiProperty() unit: string;
  @ApiProperty() price: string;
  @ApiProperty() quantity: string;
  @ApiProperty() remaining: string;
  @ApiProperty({ type: String, nullable: true }) counterpartyId: string | null;
  @ApiProperty({ type: MarketRuleDto }) rule: MarketRuleDto;
  @ApiProperty() note: string;
  @ApiProperty({ enum: ['open', 'filled', 'cancelled'] }) status: 'open' | 'filled' | 'cancelled';
  @ApiProperty({ format: 'date-time' }) createdAt: string;
}

export class ListingPageDto {
  @ApiProperty({ type: [ListingDto] }) items: ListingDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

export class TakenDto {
  @ApiProperty() deal: string;
  @ApiProperty() number: string;
  @ApiProperty() amount: string;
}

export class DealDto {
  @ApiProperty() id: string;
  @ApiProperty() number: string;
  @ApiProperty() asset: string;
  @ApiProperty() unit: string;
  @ApiProperty({ enum: ['listed', 'block'] }) mode: 'listed' | 'block';
  @ApiProperty() seller: string;
  @ApiProperty() buyer: string;
  @ApiProperty() quantity: string;
  @ApiProperty() price: string;
  @ApiProperty() amount: string;
  @ApiProperty() buyerFee: string;
  @ApiProperty() sellerFee: string;
  @ApiProperty({ format: 'date' }) tradeDate: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class DealPageDto {
  @ApiProperty({ type: [DealDto] }) items: DealDto[];
  @ApiPropertyOptional() nextCursor?: string;
}
