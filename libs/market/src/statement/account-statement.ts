/** A holder's statement of an account as a workbook: opening, every entry with its document, closing; row by row as it is read. */
import type { Writable } from 'node:stream';
import type { AccountsService, AccountView } from '@qingheng/ledger';
import type { Actor } from '@qingheng/platform';
import { stream } from 'exceljs';
import type { PledgeDto } from '../pledge/pledge.dto';

const HEADINGS = [
  ['日期 Date', 12],
  ['业务 Operation', 16],
  ['数额 Amount', 20],
  ['余额 Balance', 20],
  ['对方账户 Counter account', 16],
  ['凭证 Document', 28],
  ['事由 Reason', 28],
  ['序列号 Serials', 30],
  ['记账时间 Posted at', 24],
] as const;

const PLEDGES = [
  ['质押编号 Pledge', 14],
  ['设立日 On', 12],
  ['质权人 Lender', 28],
  ['质押数量 Pledged', 18],
  ['现质押 Left', 18],
  ['单价 Unit price 元', 16],
  ['价格来源 Price source', 32],
  ['价值 Value 元', 20],
  ['折扣 Haircut', 12],
  ['可贷上限 Limit 元', 20],
  ['贷款 Loan 元', 20],
  ['凭证 Document', 28],
] as const;

/** Newest entry first, as the book is read; amounts are text, since a spreadsheet would round the long ones. */
export async function writeAccountStatement(
  sink: Writable,
  accounts: AccountsService,
  actor: Actor,
  account: AccountView,
  { from, to }: { from?: string; to?: string },
  pledges: PledgeDto[] = [],
): Promise<void> {
  const book = new stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true });
  book.creator = '青衡 Qingheng';
  const sheet = book.addWorksheet('对账单 Statement', { views: [{ state: 'frozen', ySplit: 4 }] });
  sheet.columns = HEADINGS.map(([, width]) => ({ width }));
  sheet.addRow([`账户 Account ${account.id}：${account.organisation ?? '本账簿 book'}`]).commit();
  sheet.addRow([`${account.asset}（${account.unit}） ${account.purpose} ${account.ref}`.trim()]).commit();
  sheet.addRow([`期间 Period ${from ?? '…'} – ${to ?? '…'}，当前余额 balance now ${account.balance}`]).commit();
  const head = sheet.addRow(HEADINGS.map(([title]) => title));
  head.font = { bold: true };
  head.commit();
  for (let before: string | undefined; ;) {
    const page = await accounts.entries(actor, account.id, { limit: 200, before, from, to });
    for (const entry of page.items)
      sheet
        .addRow([
          ...[entry.businessDate, entry.kind, entry.amount, entry.balance, entry.counter],
          ...[entry.document ?? entry.reference ?? '', entry.reason ?? '', entry.serials.join(', ')],
          entry.at.toISOString(),
        ])
        .commit();
    before = page.items.at(-1)?.seq;
    if (!page.nextCursor) break;
  }
  sheet.commit();
  if (pledges.length) writePledges(book, pledges);
  await book.commit();
}

/** What lies on the account as security: for whom, what it is worth, what is lent on it. */
function writePledges(book: InstanceType<typeof stream.xlsx.WorkbookWriter>, pledges: PledgeDto[]): void {
  const sheet = book.addWorksheet('质押 Pledges', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = PLEDGES.map(([, width]) => ({ width }));
  const head = sheet.addRow(PLEDGES.map(([title]) => title));
  head.font = { bold: true };
  head.commit();
  for (const one of pledges)
    sheet
      .addRow([
        ...[one.hold, one.on, one.lender, one.pledged, one.left, one.unitPrice ?? ''],
        ...[[one.priceSource, one.priceDate].filter(Boolean).join('，'), one.value ?? '', one.haircut ?? ''],
        ...[one.limit ?? '', one.loan ?? '', one.document],
      ])
      .commit();
  sheet.commit();
}
