// Tells the demo's story to a running service, so that its pages have something to show. Usage: node story.mjs URL OWNER_DATABASE_URL
import { cashmere } from '../../tools/story/cashmere.mjs';
import { ecoproducts } from '../../tools/story/ecoproducts.mjs';
import { exchange } from '../../tools/story/exchange.mjs';
import { forest } from '../../tools/story/forest.mjs';
import { grassland } from '../../tools/story/grassland.mjs';
import { holdings } from '../../tools/story/holdings.mjs';
import { landscape } from '../../tools/story/landscape.mjs';
import { programme } from '../../tools/story/programme.mjs';
import { region } from '../../tools/story/region.mjs';
import { scenarios } from '../../tools/story/scenarios.mjs';
import { smelter } from '../../tools/story/smelter.mjs';
import { trading } from '../../tools/story/trading.mjs';

const [url, ownerDatabaseUrl] = process.argv.slice(2);
const report = {};
for (const chapter of [
  smelter,
  cashmere,
  forest,
  holdings,
  trading,
  ecoproducts,
  landscape,
  grassland,
  programme,
  region,
  scenarios,
  exchange,
])
  report[chapter.name] = await chapter(url, 'qingheng-demo', report, { ownerDatabaseUrl });
