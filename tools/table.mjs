/** Columns wide enough for Chinese: a character of the East Asian blocks takes two cells of a terminal. */
const width = (text) =>
  [...text].reduce(
    (sum, c) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1),
    0,
  );

/** Prints rows as a table; figures are set to the right. */
export function table(title, head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...cells.map((row) => width(row[i]))));
  const numeric = head.map((_, i) => cells.slice(1).every((row) => /^[-–]?[\d.,\s]*%?$/.test(row[i])));
  const line = (row) =>
    '  ' +
    row
      .map((c, i) => (numeric[i] ? ' '.repeat(widths[i] - width(c)) + c : c + ' '.repeat(widths[i] - width(c))))
      .join('   ')
      .trimEnd();
  console.log(`\n${title}\n${line(cells[0])}\n  ${widths.map((w) => '─'.repeat(w)).join('   ')}`);
  for (const row of cells.slice(1)) console.log(line(row));
}

/** 1234567.8 → 1,234,567.8, without passing through a binary float. */
export const grouped = (text) => String(text).replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
