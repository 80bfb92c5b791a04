import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

export class GepSeriesQuery {
  @ApiProperty({ example: '152500', description: 'GB/T 2260 code' })
  @Matches(/^\d{2,12}$/)
  region: string;

  @ApiPropertyOptional({ description: 'Year whose prices are held; the first one where absent' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1950)
  @Max(2100)
  base?: number;
}

class GepSeriesPointDto {
  @ApiProperty() year: number;
  @ApiProperty({ format: 'uuid' }) filing: string;
  @ApiProperty() statement: string;
  @ApiProperty() resultHash: string;
  @ApiProperty({ description: 'At its own prices, 元' }) current: string;
  @ApiProperty({ description: 'At the prices of the base year, 元' }) constant: string;
  @ApiProperty({ description: 'current − constant' }) priceEffect: string;
  @ApiProperty({ type: String, nullable: true, description: 'Change of the constant value on the point before' })
  volumeChange: string | null;
  @ApiProperty({ description: 'Items with a price of the base year' }) priced: number;
  @ApiProperty({ description: 'Items carried over by a price index' }) deflated: number;
  @ApiProperty({ type: [String], description: 'Items with neither, at their own prices' }) kept: string[];
}

class DeflatorDto {
  @ApiProperty() key: string;
  @ApiProperty() year: number;
  @ApiProperty({ description: 'The year before is 100' }) index: string;
  @ApiProperty() source: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: string;
}

export class GepSeriesDto {
  @ApiProperty() base: number;
  @ApiProperty({ type: [GepSeriesPointDto] }) points: GepSeriesPointDto[];
  @ApiProperty({ type: [DeflatorDto], description: 'Indices that were used' }) deflators: DeflatorDto[];
  @ApiProperty({ description: 'Rests on an index that was not checked against its source' }) provisional: boolean;
}
