import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Row } from '@qingheng/sheet';

/** What is filed: parameters that are chosen, rows by table (decimals as strings), tables taken from issued results. */
export class FiledInputDto {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }], nullable: true },
  })
  parameters?: Row;
  @ApiProperty({
    type: 'object',
    additionalProperties: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }], nullable: true },
      },
    },
  })
  tables: Record<string, Row[]>;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: true },
    description:
      'By table: {filing, table, columns?} of an issued result, or {source: {kind, id}, table, columns?, fixed?}',
  })
  references?: Record<string, object>;
}
