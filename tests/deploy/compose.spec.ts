/** docker-compose.yml against what the service needs; no Docker here, so the file itself is read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlatformConfig } from '@qingheng/platform';
import { parse } from 'yaml';

interface Service {
  ports?: string[];
  container_name?: string;
  environment?: Record<string, string>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  command?: string[];
}
const root = join(__dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const { services, volumes } = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service & { volumes: string[] }>;
  volumes: object;
};
const example = Object.fromEntries(
  [...read('.env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]),
);

/** `${NAME:?…}` must be set; `${NAME:-x}` has a default; `$$` is a dollar. */
function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_, name: string, kind?: string, rest?: string) => {
    const value = values[name] || (kind === '-' ? rest : undefined);
    if (value === undefined) throw new Error(`${name} is not set`);
    return value;
  });
}

it('gives API and worker an environment they start with, and no secret of its own', () => {
  const secrets = Object.fromEntries(Object.keys(example).map((name) => [name, example[name] || 'x'.repeat(44)]));
  for (const name of ['api', 'worker']) {
    const { environment } = services[name]!;
    const env = Object.fromEntries(Object.entries(environment!).map(([key, text]) => [key, filled(text, secrets)]));
    const config = PlatformConfig.from({ ...env, NODE_ENV: 'production', QH_DATA_DIR: '/tmp' });
    expect(new URL(config.databaseUrl).username).not.toBe(new URL(config.ownerDatabaseUrl).username);
    expect(() => Object.values(environment!).map((text) => filled(text, {}))).toThrow('is not set');
  }
  for (const [name, value] of Object.entries(example))
    expect([name, value !== '']).toEqual([name, name === 'QH_PUBLIC_URL']);
});

it('can have many workers, all of them watched', () => {
  expect(services.worker!.ports).toBeUndefined();
  for (const [name, service] of Object.entries(services)) {
    expect([name, service.container_name]).toEqual([name, undefined]);
    expect([name, service.healthcheck?.test.length]).not.toEqual([name, undefined]);
    for (const volume of service.volumes) expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
  }
  expect(services.worker!.command!.at(-1)).toBe('dist/apps/worker/main.js');
  expect(services.redis!.command!.join(' ')).toContain('noeviction');
});
