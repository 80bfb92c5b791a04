/** An account as a report: what it rests on, whether it balances, every table. */
import { Injectable } from '@nestjs/common';
import { html, PdfPrinter, reportFacts, reportPage, reportTable } from '@qingheng/platform';
import { type Heading, SeeaLayout, type TableLayout } from './layout';
import type { SeeaView } from './seea.service';
import type { SeeaLine } from './tables';

const grouped = (text: string): string =>
  text.replace(
    /^(-?)(\d+)/,
    (_, sign: string, whole: string) => sign.replace('-', '−') + whole.replace(/\B(?=(\d{3})+$)/g, ','),
  );

@Injectable()
export class SeeaReport {
  constructor(
    private readonly layout: SeeaLayout,
    private readonly printer: PdfPrinter,
  ) {}

  html(view: SeeaView): string {
    const { number, title, region, from, to, statement, resultHash, status, createdBy, closedBy, faults, tables } =
      view;
    const facts = [
      ['账户编号', number],
      ['地区', region],
      ['核算期', `${from} – ${to}`],
      ['取自签发结果', statement],
      ['结果散列', html`<code>${resultHash}</code>`],
      ['编制', createdBy.name],
      ['复核结账', closedBy?.name ?? '尚未结账'],
    ] as const;
    return reportPage({
      title: `${title} ${number}`,
      lang: 'zh',
      css: '@page { size: A4 landscape; } main { max-width: 297mm; }',
      body: html`<h1>${title}</h1>
        <p class="lead">生态系统账户（SEEA EA）</p>
        ${status === 'draft' && html`<p class="warn">草稿：尚未结账，不能作为依据。</p>`} ${reportFacts(facts)}
        ${
          faults.length > 0 &&
          html`<h2>不平衡之处</h2>
            ${reportTable(
              [
                { title: '位置', cell: (fault) => [fault.table, fault.row, fault.column].filter(Boolean).join(' / ') },
                { title: '问题', cell: (fault) => fault.message.zh },
              ],
              faults,
            )}`
        }
        ${this.layout.tables.flatMap((table) => {
          const lines = tables[table.code];
          return lines?.length ? [this.table(table, lines)] : [];
        })}
        <p class="note">
          表号和恒等式依据 SEEA
          EA（二手资料）。各价值行标明估值方法；非市场价格（替代成本、避免损失等）的行可从国民账户中剔除。
        </p>`,
    });
  }

  pdf(view: SeeaView): Promise<Buffer> {
    return this.printer.print(this.html(view), { footer: `${view.title} ${view.number}` });
  }

  private table(table: TableLayout, lines: readonly SeeaLine[]) {
    const filled = table.columns.filter(({ code, figure }) =>
      lines.some((line) => (figure ? line.cells : line.labels)[code]),
    );
    const name = (line: SeeaLine) => table.lines?.find(({ code }) => code === line.code)?.zh ?? line.code;
    const column = ({ code, zh, figure }: Heading) => ({
      title: zh,
      figure,
      cell: (line: SeeaLine) => (figure ? grouped(line.cells[code] ?? '') : line.labels[code]),
    });
    return html`<h2>表 ${table.number} ${table.zh}${table.unit && `（${table.unit}）`}</h2>
      ${reportTable([{ title: '条目', cell: name }, ...filled.map(column)], lines)}`;
  }
}
