import { ApiProperty } from '@nestjs/swagger';

class OwnResultDto {
  @ApiProperty({ format: 'uuid' }) filingId: string;
  @ApiProperty() number: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true }) product: string | null;
  @ApiProperty({ format: 'date' }) periodStart: string;
  @ApiProperty({ format: 'date' }) periodEnd: string;
  @ApiProperty() status: string;
  @ApiProperty({ type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'boolean' }] } })
  outputs: Record<string, string | boolean>;
}

class PeerRangeDto {
  @ApiProperty() output: string;
  @ApiProperty({ description: 'First quartile, a figure that was reached' }) low: string;
  @ApiProperty({ description: 'Median' }) middle: string;
  @ApiProperty({ description: 'Third quartile' }) high: string;
}

class PeersDto {
  @ApiProperty({ description: 'False where so few have issued results that a single one could be made out' })
  enough: boolean;
  @ApiProperty() fewest: number;
  @ApiProperty({ type: Number, nullable: true }) count: number | null;
  @ApiProperty({ type: [PeerRangeDto] }) ranges: PeerRangeDto[];
}

export class ComparisonDto {
  @ApiProperty({ type: [OwnResultDto] }) own: OwnResultDto[];
  @ApiProperty({ type: PeersDto }) peers: PeersDto;
}
