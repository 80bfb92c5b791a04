import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class StatementDto {
  @ApiProperty({ example: 'ST2026-000001' }) number: string;
  @ApiProperty() organisation: string;
  @ApiProperty() title: string;
  @ApiProperty() method: string;
  @ApiProperty() methodVersion: string;
  @ApiProperty() sheetHash: string;
  @ApiProperty() resultHash: string;
  @ApiProperty({ format: 'date' }) periodStart: string;
  @ApiProperty({ format: 'date' }) periodEnd: string;
  @ApiProperty() region: string;
  @ApiProperty({ type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'boolean' }] } })
  outputs: Record<string, string | boolean>;
  @ApiProperty({ format: 'date' }) issuedOn: string;
  @ApiProperty({ description: 'Id of the filing' }) filing: string;
  @ApiProperty({ description: 'Compact JWS, ES256; keys at /.well-known/jwks.json' }) jws: string;
}

export class StatementPageDto {
  @ApiProperty({ type: [StatementDto] }) items: StatementDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

/** What was made of an approved result: a label or a statement, by its number; the rest is that of its kind. */
export class IssuedDto {
  @ApiProperty() number: string;
}
