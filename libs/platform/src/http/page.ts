/** Lists go page by page, by key and not by offset: what is added meanwhile moves nothing. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { faultOf, refuse } from '../errors';

export class PageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;

  @ApiPropertyOptional({ description: 'nextCursor of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  cursor?: string;

  /** The key parts of the last row of the page before, each in the form expected; none for the first page. */
  after(...forms: RegExp[]): string[] {
    if (this.cursor === undefined) return [];
    const parts = readCursor(this.cursor);
    if (parts?.length !== forms.length || !forms.every((form, i) => form.test(parts[i]!)))
      throw refuse('INVALID_INPUT', { count: 1 }, [faultOf('INVALID_VALUE', { column: 'cursor' })]);
    return parts;
  }
}

export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/** `rows` was read with one row more than `limit`: the extra one says that there is another page. */
export function pageOf<T>(rows: T[], limit: number, keyOf: (row: T) => string[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last
    ? { items, nextCursor: Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') }
    : { items };
}

function readCursor(cursor: string): string[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : undefined;
  } catch {
    return undefined;
  }
}
