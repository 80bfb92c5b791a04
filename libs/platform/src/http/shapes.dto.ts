import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** What people read, in both languages. */
export class TextDto {
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

/** A person as it is named beside what it did. */
export class PersonNameDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

/** What is wrong, where, and what to do about it. */
export class FaultDto {
  @ApiPropertyOptional() table?: string;
  @ApiPropertyOptional() row?: string;
  @ApiPropertyOptional() column?: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: TextDto }) message: TextDto;
  @ApiPropertyOptional({ type: TextDto }) remedy?: TextDto;
  @ApiPropertyOptional({ type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] } })
  params?: Record<string, string | number>;
}
