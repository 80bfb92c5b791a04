/** The report of a trading day: its books with their control totals, what matched, every difference and how it ended, the signature. */
import { Injectable } from '@nestjs/common';
import { writeBook, writeRows } from '@qingheng/pipeline';
import {
  type Actor,
  html,
  type Language,
  type Part,
  refuse as refuseAny,
  reportFacts,
  reportPage,
  reportTable,
  UnitOfWork,
} from '@qingheng/platform';
import type { DayDto } from './reconciliation.dto';
import { ReconciliationService } from './reconciliation.service';

interface ReportedBreak {
  kind: string;
  deal: string | null;
  lines: string;
  difference: string | null;
  stake: string | null;
  status: string;
  resolution: string | null;
  note: string | null;
  explained: string | null;
  resolved: string | null;
}

const WORDS: Record<string, [string, string]> = {
  deals: ['成交', 'Deals'],
  registry: ['登记', 'Registry'],
  bank: ['银行', 'Bank'],
  missing_in_registry: ['登记缺失', 'missing in registry'],
  missing_in_bank: ['银行缺失', 'missing in bank'],
  not_in_deals: ['成交缺失', 'not in deals'],
  quantity_differs: ['数量差异', 'quantity differs'],
  amount_differs: ['金额差异', 'amount differs'],
  duplicate: ['重复', 'duplicate'],
  late: ['迟到', 'late'],
  open: ['未说明', 'open'],
  explained: ['待复核', 'explained'],
  resolved: ['已了结', 'settled'],
  timing: ['时间性', 'timing'],
  source_error: ['来源错误', 'error of the source'],
  adjustment: ['调整入账', 'adjusted'],
  write_off: ['核销', 'written off'],
  rematch: ['人工勾对', 'matched by hand'],
};

@Injectable()
export class DayReportService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reconciliation: ReconciliationService,
  ) {}

  /** As one HTML page, for the screen, for paper and for its PDF. A day that is not closed says so. */
  async page(actor: Actor, date: string, lang: Language): Promise<string> {
    const { day, breaks } = await this.read(actor, date);
    const say = (zh: string, en: string) => (lang === 'zh' ? zh : en);
    const word = (code: string | null) => (code === null ? '' : (WORDS[code]?.[lang === 'zh' ? 0 : 1] ?? code));
    const title = say(`${date} 交易日对账报告`, `Reconciliation of ${date}`);
    const totals = day.totals ?? {};
    const ledger = (day.report as { ledger?: { batch: string; hash: string } | null } | null)?.ledger;
    const body: Part = html`<h1>${title}</h1>
      ${
        day.status === 'closed'
          ? html`<p class="lead">${say('已日终关账并签名', 'Closed and signed')} ${String(day.closedAt)}</p>`
          : html`<p class="warn">${say('尚未关账，仅供核对', 'Not closed yet: for checking only')}</p>`
      }
      ${reportFacts([
        [say('成交笔数', 'Deals'), totals.deals],
        [say('三方一致', 'Matched on all sides'), totals.matched],
        [say('成交金额（元）', 'Amount of deals (yuan)'), totals.deals_amount],
        [say('银行金额（元）', 'Amount of bank lines (yuan)'), totals.bank_amount],
        [say('差异', 'Differences'), String(breaks.length)],
        [say('未了结', 'Not settled'), String(day.open + day.explained)],
      ])}
      <h2>${say('三方文件', 'Books')}</h2>
      ${reportTable(
        [
          { title: say('来源', 'Book'), cell: (file) => word(file.book) },
          { title: say('文件', 'File'), cell: (file) => file.name },
          { title: say('行数', 'Lines'), cell: (file) => file.lines, figure: true },
          { title: say('控制合计', 'Control total'), cell: (file) => file.total, figure: true },
        ],
        day.files,
      )}
      <h2>${say('差异', 'Differences')}</h2>
      ${reportTable<ReportedBreak>(
        [
          { title: say('类型', 'Kind'), cell: (row) => word(row.kind) },
          { title: say('成交', 'Deal'), cell: (row) => row.deal },
          { title: say('相关行', 'Lines'), cell: (row) => row.lines },
          { title: say('差额', 'Difference'), cell: (row) => row.difference, figure: true },
          { title: say('涉及金额（元）', 'At stake (yuan)'), cell: (row) => row.stake, figure: true },
          {
            title: say('处理', 'Ended by'),
            cell: (row) => [word(row.status), word(row.resolution)].filter(Boolean).join(' · '),
          },
          { title: say('说明', 'Note'), cell: (row) => row.note },
          {
            title: say('说明人 / 复核人', 'Explained / settled by'),
            cell: (row) => [row.explained, row.resolved].filter(Boolean).join(' / '),
          },
        ],
        breaks,
        { most: 5_000, more: (left) => say(`另有 ${left} 项，见 Excel`, `${left} more in the workbook`) },
      )}
      ${
        day.jws &&
        html`<h2>${say('签名', 'Signature')}</h2>
          <p class="note">
            ${say('账簿链首', 'Head of the ledger chain')}：${ledger ? `${ledger.batch} ${ledger.hash}` : '–'}
          </p>
          <p class="code">${day.jws}</p>`
      }`;
    return reportPage({ title, lang, body });
  }

  /** Text throughout: a spreadsheet would round long amounts. */
  async workbook(actor: Actor, date: string): Promise<Buffer> {
    const { day, breaks } = await this.read(actor, date);
    const word = (code: string | null) => (code === null ? '' : (WORDS[code]?.join(' ') ?? code));
    return writeBook(`对账报告 ${date}`, async (book) => {
      const summary = book.addWorksheet('摘要 Summary');
      summary.columns = [{ width: 32 }, { width: 60 }];
      const facts: [string, string][] = [
        ['交易日 Trading day', date],
        ['状态 Status', day.status],
        ...day.files.map(({ book: name, name: file, lines, total }): [string, string] => [
          `${word(name)}`,
          `${file} · ${lines} · ${total}`,
        ]),
        ...Object.entries(day.totals ?? {}).map(([name, value]): [string, string] => [
          WORDS[name] ? word(name) : name,
          String(value),
        ]),
        ['签名 JWS', day.jws ?? '–'],
      ];
      await writeRows(summary, 1, facts, (row, at) => (summary.getRow(at).values = row));
      summary.commit();
      const sheet = book.addWorksheet('差异 Differences', { views: [{ state: 'frozen', ySplit: 1 }] });
      sheet.columns = [20, 14, 28, 14, 16, 24, 40, 20, 20].map((width) => ({ width }));
      const head = sheet.addRow([
        ...[
          '类型 Kind',
          '成交 Deal',
          '相关行 Lines',
          '差额 Difference',
          '涉及金额 At stake',
          '处理 Ended by',
          '说明 Note',
        ],
        ...['说明人 Explained by', '复核人 Settled by'],
      ]);
      head.font = { bold: true };
      head.commit();
      await writeRows(sheet, 2, breaks, (row, at) => {
        sheet.getRow(at).values = [
          ...[word(row.kind), row.deal, row.lines, row.difference, row.stake],
          ...[
            [word(row.status), word(row.resolution)].filter(Boolean).join(' · '),
            row.note,
            row.explained,
            row.resolved,
          ],
        ];
      });
      sheet.commit();
    });
  }

  private async read(actor: Actor, date: string): Promise<{ day: DayDto; breaks: ReportedBreak[] }> {
    const day = await this.reconciliation.day(actor, date);
    if (!day.totals) throw refuseAny('NOT_FOUND');
    const breaks: ReportedBreak[] = await this.work.run(actor, (manager) =>
      manager.query(
        `SELECT b.kind, b.deal_id AS deal, array_to_string(COALESCE(b.registry, '{}') || COALESCE(b.bank, '{}'), ' ') AS lines,
           b.difference, b.stake::text, b.status, b.resolution, b.note, e.name AS explained, r.name AS resolved
         FROM recon_break b JOIN recon_day d ON d.id = b.day_id LEFT JOIN user_account e ON e.id = b.explained_by
         LEFT JOIN user_account r ON r.id = b.resolved_by
         WHERE d.organisation_id = $1 AND d.trade_date = $2 AND b.status <> 'gone' ORDER BY b.kind, b.deal_id, b.id`,
        [actor.organisationId, date],
      ),
    );
    return { day, breaks };
  }
}
