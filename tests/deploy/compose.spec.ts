/** docker-compose.yml against what the service needs; no Docker here, so the file itself is read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlatformConfig } from '@qingheng/platform';
import { parse } from 'yaml';

interface Service {
  image: string;
  user?: string;
  ports?: string[];
  container_name?: string;
  read_only?: boolean;
  environment: Record<string, string>;
  healthcheck?: { test: string[]; interval: string; timeout: string };
  depends_on?: Record<string, { condition: string }>;
  command?: string[];
  volumes: string[];
}
const root = join(__dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const { services, volumes } = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: object;
};
const example = Object.fromEntries(
  [...read('.env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]),
);
const secrets = Object.fromEntries(
  Object.keys(example).map((name) => [name, example[name] || `${name.length}`.padEnd(64, 'a')]),
);

/** `${NAME:?…}` must be set; `${NAME:-x}` has a default; `$$` is a dollar. */
function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_, name: string, kind?: string, rest?: string) => {
    const value = values[name] || (kind === '-' ? rest : undefined);
    if (value === undefined) throw new Error(`${name} is not set`);
    return value;
  });
}

function configOf(name: string): PlatformConfig {
  const entries = Object.entries(services[name]!.environment);
  const env = Object.fromEntries(entries.map(([key, text]) => [key, filled(text, secrets)]));
  return PlatformConfig.from({ ...env, NODE_ENV: 'production', QH_DATA_DIR: '/tmp' });
}

it.each(['api', 'worker'])('gives the %s an environment it starts with, and no secret of its own', (name) => {
  const { oidc, files, databaseUrl } = configOf(name);
  expect({ oidc, files }).toEqual({});
  expect(new URL(databaseUrl).username).toBe('qingheng_app');
  expect(() => Object.values(services[name]!.environment).map((text) => filled(text, {}))).toThrow('is not set');
});

it('keeps passwords of the owner and the administrator from the worker', () => {
  expect(new URL(configOf('api').ownerDatabaseUrl).username).toBe('qingheng');
  expect(configOf('api').firstAdministrator).toMatchObject({ username: 'admin' });
  expect(JSON.stringify(services.worker)).not.toMatch(/POSTGRES_PASSWORD|QH_ADMIN_PASSWORD/);
});

it('has an example that asks for every secret and gives none', () => {
  const asked = [...read('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name!);
  expect(Object.keys(example).sort()).toEqual([...new Set(asked), 'QH_PUBLIC_URL'].sort());
  for (const [name, value] of Object.entries(example))
    expect([name, value !== '']).toEqual([name, name === 'QH_PUBLIC_URL']);
  // `openssl rand -hex` makes passwords that need no escaping in an address.
  expect(read('.env.example')).toContain('openssl rand -hex');
});

it('can have many workers, all of them watched', () => {
  expect(services.worker!.ports).toBeUndefined();
  for (const [name, service] of Object.entries(services)) {
    expect([name, service.container_name]).toEqual([name, undefined]);
    expect([name, service.healthcheck]).toEqual([
      name,
      {
        ...service.healthcheck,
        test: expect.arrayContaining([expect.stringMatching(/^CMD/)]),
        interval: expect.stringMatching(/^\d+s$/),
        timeout: expect.stringMatching(/^\d+s$/),
      },
    ]);
    expect(service.healthcheck!.test.join(' ')).not.toContain('curl');
    for (const volume of service.volumes) expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {}))
      expect([other in services, condition]).toEqual([true, 'service_healthy']);
  }
  expect(services.worker!.environment.QH_WORKER_HEARTBEAT).toBe('/tmp/worker-alive');
  expect(services.worker!.healthcheck!.test.at(-1)).toContain("'/tmp/worker-alive'");
  expect(services.worker!.command!.at(-1)).toBe('dist/apps/worker/main.js');
  expect(services.worker!.image).toBe(services.api!.image);
});

it('brings the Postgres that the migrations need, with PostGIS, and leaves the choice of another', () => {
  expect(filled(services.postgres!.image, {})).toMatch(/^postgis\/postgis:18-/);
  expect(filled(services.postgres!.image, { QH_POSTGRES_IMAGE: 'postgres:18' })).toBe('postgres:18');
  expect(configOf('api').geometry).toBe('auto');
});

it('runs what can run so without root and on a file system that nobody can change', () => {
  for (const name of ['api', 'worker', 'redis']) expect([name, services[name]!.read_only]).toEqual([name, true]);
  expect(services.redis!.user).toBe('redis');
  expect(services.redis!.command!.at(-1)).toMatch(/--maxmemory-policy noeviction --appendonly yes/);
  const dockerfile = read('Dockerfile');
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env*', '.data', 'node_modules', 'dist']));
});
