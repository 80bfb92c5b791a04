/** The lines of a day in the database: what was matched with what, and what is still free. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Claims } from '@qingheng/reconciliation';
import { parse } from 'csv-parse';
import type { EntityManager } from 'typeorm';
import { type BookName, BOOKS } from './statement-file';

const AT_ONCE = 5_000;
const DATE: Record<BookName, string> = { deals: 'trade_date', registry: 'date', bank: 'value_date' };
const KEY: Record<BookName, string> = { deals: 'deal_id', registry: 'line_id', bank: 'line_id' };

/** From the three books in `folder`, as they were just matched; what was there before goes. */
export async function keepLines(
  manager: EntityManager,
  { day, organisation, folder, claims }: { day: string; organisation: string; folder: string; claims: Claims },
): Promise<void> {
  await manager.query('DELETE FROM recon_line WHERE day_id = $1', [day]);
  for (const book of Object.keys(BOOKS) as BookName[]) {
    const groups = book === 'deals' ? undefined : claims[book];
    const rows = createReadStream(join(folder, `${book}.csv`)).pipe(parse({ columns: true, trim: true }));
    let waiting: Record<string, string>[] = [];
    const send = async () => {
      const column = (name: string) => waiting.map((row) => row[name] || null);
      await manager.query(
        `INSERT INTO recon_line (day_id, organisation_id, book, line_id, date, account, product, side, quantity, price, amount,
           reference, memo, match_group)
         SELECT $1, $2, $3, * FROM unnest($4::text[], $5::date[], $6::text[], $7::text[], $8::text[], $9::numeric[], $10::numeric[],
           $11::numeric[], $12::text[], $13::text[], $14::text[])`,
        [
          ...[day, organisation, book, column(KEY[book]), column(DATE[book]), column('account'), column('product')],
          ...[column('side'), column('quantity'), column('price'), column('amount'), column('reference')],
          ...[column('memo'), waiting.map((row) => groups?.get(row[KEY[book]]!) ?? null)],
        ],
      );
      waiting = [];
    };
    for await (const row of rows as AsyncIterable<Record<string, string>>) {
      waiting.push(row);
      if (waiting.length === AT_ONCE) await send();
    }
    if (waiting.length) await send();
  }
  // What people matched by hand stays matched.
  await manager.query(
    `UPDATE recon_line l SET match_group = b.deal_id FROM recon_break b,
       LATERAL (SELECT 'registry' AS book, jsonb_array_elements_text(b.links->'registry') AS line
         UNION ALL SELECT 'bank', jsonb_array_elements_text(b.links->'bank')) x
     WHERE b.day_id = $1 AND b.status = 'resolved' AND b.resolution = 'rematch' AND l.day_id = $1 AND l.book = x.book
       AND l.line_id = x.line AND l.match_group IS NULL`,
    [day],
  );
}

/** What each open difference is about, in yuan: the deal, or the line, or as much of it as differs. */
export async function putStakes(manager: EntityManager, day: string): Promise<void> {
  await manager.query(
    `UPDATE recon_break b SET stake = CASE b.kind
        WHEN 'amount_differs' THEN abs(b.difference::numeric)
        WHEN 'quantity_differs' THEN round(abs(b.difference::numeric) * d.price, 2)
        WHEN 'not_in_deals' THEN x.amount WHEN 'duplicate' THEN COALESCE(x.amount, d.amount) ELSE d.amount END
     FROM recon_break o
     LEFT JOIN recon_line d ON d.day_id = o.day_id AND d.book = 'deals' AND d.line_id = o.deal_id
     LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM recon_line l
       WHERE l.day_id = o.day_id AND l.book = 'bank' AND l.line_id = ANY(o.bank)) x ON true
     WHERE b.id = o.id AND b.day_id = $1 AND b.status IN ('open', 'explained')`,
    [day],
  );
}
