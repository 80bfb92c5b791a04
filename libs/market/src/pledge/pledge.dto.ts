import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@qingheng/platform';
import { IsIn, IsOptional } from 'class-validator';

export class PledgeQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['true'], description: 'only those of which something is left' })
  @IsOptional()
  @IsIn(['true'])
  open?: 'true';
}

const nullable = { type: String, nullable: true } as const;

export class PledgeDto {
  @ApiProperty({ description: 'number of the pledge' }) hold: string;
  @ApiProperty() organisation: string;
  @ApiProperty() asset: string;
  @ApiProperty() unit: string;
  @ApiProperty() lender: string;
  @ApiProperty({ description: 'units pledged at first' }) pledged: string;
  @ApiProperty({ description: 'units still pledged' }) left: string;
  @ApiProperty({ ...nullable, description: 'yuan a unit' }) unitPrice: string | null;
  @ApiProperty(nullable) priceSource: string | null;
  @ApiProperty(nullable) priceDate: string | null;
  @ApiProperty({ ...nullable, description: 'of what is left, in yuan' }) value: string | null;
  @ApiProperty(nullable) haircut: string | null;
  @ApiProperty({ ...nullable, description: 'value × (1 − haircut)' }) limit: string | null;
  @ApiProperty({ ...nullable, description: 'what is lent on it, in yuan' }) loan: string | null;
  @ApiProperty() document: string;
  @ApiProperty({ format: 'date' }) on: string;
  @ApiProperty({ enum: ['open', 'handed_on', 'released'] }) status: 'open' | 'handed_on' | 'released';
}

export class PledgePageDto {
  @ApiProperty({ type: [PledgeDto] }) items: PledgeDto[];
  @ApiPropertyOptional() nextCursor?: string;
}
