/** How row keys and look-up keys are joined, shown and ordered. */
const SEPARATOR = '\u0000';

/** Keys joined so that no two key tuples meet; "a/b" + "c" is not "a" + "b/c". */
export const joinKey = (cells: readonly string[]): string => cells.join(SEPARATOR);

/** Like joinKey; a decimal loses its trailing zeros, so that 0.60 finds the row of 0.6. */
export const lookupKey = (keys: readonly string[]): string =>
  joinKey(keys.map((key) => (/^-?\d+\.\d+$/.test(key) ? key.replace(/\.?0+$/, '') : key)));

/** How a key is shown and addressed. */
export const showKey = (cells: readonly string[]): string => cells.join('/');

export const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
