/** Names and literals of a sheet as SQL. Nothing of a sheet reaches a statement except through these. */
import { NotColumnar } from './not-columnar';

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export function quoteText(value: string): string {
  if (value.includes('\u0000')) throw new NotColumnar('text with a zero byte');
  return `'${value.replaceAll("'", "''")}'`;
}
