/** Posts what waits, again and again, until somebody kills it. */
import { Poster } from '@qingheng/ledger';
import { makeDataSource, UnitOfWork } from '@qingheng/platform';

async function main(url: string): Promise<void> {
  const source = await makeDataSource(url, { pool: 2 }).initialize();
  const poster = new Poster(new UnitOfWork(source));
  process.send!('ready');
  for (;;) {
    // Small batches: there is hardly a moment that is not in the middle of one.
    const answers = await poster.postWaiting(40, 3).catch(() => []);
    if (!answers.length) await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

void main(process.argv[2]!);
