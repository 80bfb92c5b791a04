/** A report as one HTML page that stands alone: for the screen, for paper (A4), and as the source of its PDF. */
import type { Language } from '../errors';
import { Html, html, type Part } from './html';

export interface ReportPage {
  title: string;
  lang: Language;
  body: Part;
  /** More CSS of the report's own. */
  css?: string;
}

export interface ReportColumn<R> {
  title: Part;
  cell: (row: R) => Part;
  /** Figures stand right, in digits of one width. */
  figure?: boolean;
}

/** Pictures may come as data only and nothing is fetched: a report shows the same wherever it is opened. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

export const reportPage = ({ title, lang, body, css = '' }: ReportPage): string =>
  `<!doctype html>\n${html`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
      <title>${title}</title>
      <style>
        ${new Html(STYLE + css)}
      </style>
    </head>
    <body>
      <main>${body}</main>
    </body>
  </html>`.toString()}\n`;

/** A table whose head is printed again on each sheet of paper; `most` rows are shown and the rest is counted by `more`. */
export function reportTable<R>(
  columns: ReportColumn<R>[],
  rows: readonly R[],
  { most = 400, more }: { most?: number; more?: (left: number) => Part } = {},
): Html {
  const side = ({ figure }: ReportColumn<R>): string => (figure ? 'figure' : '');
  const left = rows.length - most;
  return html`<div class="wide">
      <table>
        <thead>
          <tr>
            ${columns.map((column) => html`<th class="${side(column)}" scope="col">${column.title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, most).map(
            (row) =>
              html`<tr>
                ${columns.map((column) => html`<td class="${side(column)}">${column.cell(row)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${left > 0 && more && html`<p class="note">${more(left)}</p>`}`;
}

/** Facts as pairs of a name and what it is. */
export const reportFacts = (facts: readonly (readonly [Part, Part])[]): Html =>
  html`<dl>
    ${facts.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;

const STYLE = `
:root { color-scheme: light; --ink: #1b2a25; --soft: #55655f; --line: #d5ded9; --tint: #f1f6f3; --accent: #0b6b4f; }
* { box-sizing: border-box; }
body { margin: 0; background: #eef2f0; color: var(--ink); font: 14px/1.6 "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC",
  "Microsoft YaHei", system-ui, sans-serif; }
main { max-width: 210mm; margin: 0 auto; padding: 16mm 15mm; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 26px; line-height: 1.3; margin: 0 0 6px; }
h2 { font-size: 18px; margin: 30px 0 10px; padding-bottom: 4px; border-bottom: 2px solid var(--accent); break-after: avoid; }
h3 { font-size: 15px; margin: 18px 0 6px; break-after: avoid; }
p { margin: 6px 0; }
.lead { color: var(--soft); }
.note { color: var(--soft); font-size: 12.5px; }
.warn { border-left: 4px solid #b45309; background: #fdf4e7; padding: 8px 12px; break-inside: avoid; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(78mm, 1fr)); gap: 0 8mm; margin: 8px 0; }
dl div { display: grid; grid-template-columns: minmax(26mm, 34%) 1fr; gap: 4mm; border-bottom: 1px solid var(--line); padding: 4px 0;
  break-inside: avoid; }
dt { color: var(--soft); }
dd { margin: 0; font-weight: 500; }
.wide { overflow-x: auto; margin: 8px 0; }
table { border-collapse: collapse; width: 100%; font-size: 12.5px; }
thead { display: table-header-group; }
th { text-align: left; background: var(--tint); font-weight: 600; vertical-align: bottom; }
th, td { border: 1px solid var(--line); padding: 4px 7px; }
td { vertical-align: top; }
tr { break-inside: avoid; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
code, .code { font: 12px/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, monospace; overflow-wrap: anywhere; }
ol, ul { padding-left: 22px; }
li { margin: 3px 0; }
@media (max-width: 640px) { main { padding: 20px 16px; } dl { grid-template-columns: 1fr; } }
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
  body { background: #fff; font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  table { font-size: 8.8pt; }
  h1 { font-size: 19pt; } h2 { font-size: 13.5pt; } h3 { font-size: 11.5pt; }
  .sheet { break-before: page; }
  .screen { display: none; }
}
`;
