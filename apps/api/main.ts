import { PlatformConfig, loadReference, migrate, PeopleService } from '@qingheng/platform';
import { migrations } from './schema';
import { createApp } from './create-app';
import { demoPeople } from './seed-demo';

async function main(): Promise<void> {
  const config = PlatformConfig.from();
  await migrate({ owner: config.ownerDatabaseUrl, app: config.databaseUrl }, migrations, async (source) => {
    await loadReference(source, config.configDir);
  });
  const app = await createApp(config);
  await app.init();
  if (config.firstAdministrator) await app.get(PeopleService).ensureAdministrator(config.firstAdministrator);
  if (config.seedDemo) await app.get(PeopleService).ensure(demoPeople(config.demoPassword));
  await app.listen(config.port, config.host);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exit(1);
});
