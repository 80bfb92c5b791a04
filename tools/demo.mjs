// `npm run demo`: the whole story on real inputs. `-- --once --report FILE` writes the figures, stops and exits.
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, onSignals } from './launch.mjs';
import { dataDir } from './prepare.mjs';
import { cashmere } from './story/cashmere.mjs';
import { ecoproducts } from './story/ecoproducts.mjs';
import { exchange } from './story/exchange.mjs';
import { forest } from './story/forest.mjs';
import { grassland } from './story/grassland.mjs';
import { holdings } from './story/holdings.mjs';
import { landscape } from './story/landscape.mjs';
import { programme } from './story/programme.mjs';
import { region } from './story/region.mjs';
import { scenarios } from './story/scenarios.mjs';
import { smelter } from './story/smelter.mjs';
import { trading } from './story/trading.mjs';

const { values: options } = parseArgs({ options: { once: { type: 'boolean' }, report: { type: 'string' } } });
const password = process.env.QH_DEMO_PASSWORD ?? 'qingheng-demo';

let service;
try {
  // A single run leaves nothing behind and is not disturbed by what an earlier demo left.
  const dataFolder = options.once ? mkdtempSync(join(tmpdir(), 'qingheng-demo-')) : dataDir;
  mkdirSync(dataFolder, { recursive: true });
  chmodSync(dataFolder, 0o755); // the database server runs as another user and must reach its folder
  service = await launch({ demo: true, dataFolder });
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
    report[chapter.name] = await chapter(service.url, password, report, {
      ownerDatabaseUrl: service.env.OWNER_DATABASE_URL,
    });
  if (options.report) writeFileSync(options.report, JSON.stringify(report, null, 2) + '\n');
  if (options.once) {
    await service.stop();
    console.log('\nEvery step of the story succeeded. 演示全部通过。');
    process.exit(0);
  }
} catch (error) {
  console.error(`\nThe demo failed 演示失败: ${error.message}`);
  await service?.stop();
  process.exit(1);
}

onSignals(service.stop);
console.log(`
Qingheng 青衡 is up   ${service.url}      API docs ${service.url}/api/docs
  filer@huolin        enterprise filing clerk 企业填报员
  filer@ordos         cashmere spinner, filer@alxa knitter 羊绒纺纱、针织企业填报员
  filer@baotou        knitting mill 针织厂填报员
  filer@linchang      forest farm 林场填报员
  ecology@xilingol    league government, GEP 盟行署核算员
  clerk@xilingol      league government, finance 盟行署财政经办
  clerk@finance       region's finance, approver@finance its approver 自治区财政经办、审批
  trader@qingheng     trading centre, settler@qingheng its second person 交易中心经办、复核
  registrar@qingheng  registry, regulator@qingheng its second person 登记机构经办、复核
  reviewer@qingheng   reviewer 审核员
  admin@qingheng      method administrator 方法管理员
  auditor@qingheng    auditor 审计员
  password            ${password}
Ctrl-C stops it.`);
console.error(await service.exited);
await service.stop();
process.exit(1);
