/** The yardstick of `bench ledger` where pgbench is not installed: single transfers by several clients, transfers a second. */
import { Client } from 'pg';

async function main([url, accounts, clients, seconds]: string[]): Promise<void> {
  const pick = (): number => 1 + Math.floor(Math.random() * Number(accounts));
  const end = performance.now() + Number(seconds) * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: Number(clients) }, async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      while (performance.now() < end) {
        const [a, b] = [pick(), pick()].sort((x, y) => x - y);
        await client.query('BEGIN');
        await client.query({
          name: 'a',
          text: 'UPDATE naive_account SET balance = balance - 1 WHERE id = $1',
          values: [a],
        });
        await client.query({
          name: 'b',
          text: 'UPDATE naive_account SET balance = balance + 1 WHERE id = $1',
          values: [b],
        });
        await client.query({
          name: 'c',
          text: 'INSERT INTO naive_transfer (a, b, amount) VALUES ($1, $2, 1)',
          values: [a, b],
        });
        await client.query('COMMIT');
        done++;
      }
      await client.end();
    }),
  );
  process.stdout.write(String(done / Number(seconds)));
}

if (require.main === module) void main(process.argv.slice(2));
