// `npm start`: the service without the story. DATABASE_URL and REDIS_URL point it at real servers.
import { launch, onSignals } from './launch.mjs';

const service = await launch().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
onSignals(service.stop);
console.log(`Qingheng 青衡  ${service.url}\nAPI docs      ${service.url}/api/docs\nCtrl-C stops it.`);
console.error(await service.exited);
await service.stop();
process.exit(1);
