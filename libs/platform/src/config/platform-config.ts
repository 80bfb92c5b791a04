/** The environment, read once into one typed object. A wrong value stops the start and is named in one line. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type S3Address, s3Address } from './s3-address';

export class PlatformConfig {
  readonly production: boolean;
  readonly databaseUrl: string;
  /** Owner of the schema, for migrations; the application itself works as a role without that power. */
  readonly ownerDatabaseUrl: string;
  readonly redisUrl: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly configDir: string;
  readonly consoleDir: string;
  readonly secret: string;
  readonly logLevel: string;
  readonly seedDemo: boolean;
  /** Made at the first start, when nobody administers the service yet. */
  readonly firstAdministrator?: { username: string; password: string };
  readonly demoPassword: string;
  readonly workerConcurrency: number;
  /** How long a worker may be silent before its job is given to another one. */
  readonly leaseSeconds: number;
  readonly maxUploadBytes: number;
  /** File that a worker touches while it works, for health checks. */
  readonly heartbeatFile?: string;
  readonly oidc?: { issuer: string; clientId: string; clientSecret?: string };

  /** Certificate and key files in PEM, or one that the service makes and signs itself, for local use. */
  readonly tls?: { cert: string; key: string } | 'self-signed';
  /** `host` or `host:port` inside the network that partners' addresses may name all the same, http included: local tests. */
  readonly privateHosts: string[];
  /** Uploaded files in an S3-compatible store; in the data folder where it is absent. */
  readonly files?: S3Address;
  /** Who compares areas of land: PostGIS, the service, or PostGIS where the database has it. */
  readonly geometry: 'auto' | 'postgis' | 'service';

  private constructor(env: NodeJS.ProcessEnv) {
    const wrong: string[] = [];
    const text = (name: string, fallback?: string): string => {
      const value = env[name]?.trim() || fallback;
      if (value === undefined) wrong.push(`${name} is not set`);
      return value ?? '';
    };
    const whole = (name: string, fallback: number, min: number, max: number): number => {
      const value = Number(text(name, String(fallback)));
      if (!Number.isInteger(value) || value < min || value > max)
        wrong.push(`${name} must be a whole number from ${min} to ${max}`);
      return value;
    };
    const url = (name: string, protocols: string[], fallback?: string): string => {
      const value = text(name, fallback);
      if (value && !protocols.some((p) => value.startsWith(`${p}://`)))
        wrong.push(`${name} must begin with ${protocols.map((p) => `${p}://`).join(' or ')}`);
      return value;
    };
    /** The first of them where nothing is said. */
    const oneOf = <T extends string>(name: string, words: [T, ...T[]]): T => {
      const value = text(name, words[0]);
      const word = words.find((w) => w === value);
      if (!word) wrong.push(`${name} must be ${words.join(', ')}`);
      return word ?? words[0];
    };
    this.production = env.NODE_ENV === 'production';
    this.databaseUrl = url('DATABASE_URL', ['postgres', 'postgresql']);
    this.ownerDatabaseUrl = url('OWNER_DATABASE_URL', ['postgres', 'postgresql'], this.databaseUrl);
    this.redisUrl = url('REDIS_URL', ['redis', 'rediss']);
    this.host = text('QH_HOST', '127.0.0.1');
    this.port = whole('QH_PORT', 3000, 0, 65535);
    this.publicUrl = url('QH_PUBLIC_URL', ['http', 'https'], `${env.QH_TLS || env.QH_TLS_CERT ? 'https' : 'http'}://localhost:${this.port}`).replace(/\/$/, '');
    this.dataDir = resolve(text('QH_DATA_DIR', '.data'));
    this.configDir = resolve(text('QH_CONFIG_DIR', 'config'));
    this.consoleDir = resolve(text('QH_CONSOLE_DIR', 'dist/console'));
    this.logLevel = text('QH_LOG_LEVEL', 'info');
    this.seedDemo = env.QH_SEED_DEMO === '1' && !this.production;
    this.demoPassword = text('QH_DEMO_PASSWORD', 'qingheng-demo');
    this.workerConcurrency = whole('QH_WORKER_CONCURRENCY', 2, 1, 64);
    this.leaseSeconds = whole('QH_LEASE_SECONDS', 30, 1, 3600);
    this.maxUploadBytes = whole('QH_MAX_UPLOAD_MB', 20, 1, 1024) * 1024 * 1024;
    if (env.QH_ADMIN_USERNAME)
      this.firstAdministrator = { username: text('QH_ADMIN_USERNAME'), password: text('QH_ADMIN_PASSWORD') };
    this.heartbeatFile = env.QH_WORKER_HEARTBEAT || undefined;
    if (env.OIDC_ISSUER)
      this.oidc = {
        issuer: url('OIDC_ISSUER', ['https', 'http']),
        clientId: text('OIDC_CLIENT_ID'),
        ...(env.OIDC_CLIENT_SECRET && { clientSecret: env.OIDC_CLIENT_SECRET }),
      };
    this.privateHosts = (env.QH_PACT_PRIVATE_HOSTS ?? '')
      .split(',')
      .map((host) => host.trim().toLowerCase())
      .filter(Boolean);
    if (env.QH_TLS && env.QH_TLS !== 'self-signed') wrong.push('QH_TLS must be self-signed');
    if (env.QH_TLS) this.tls = 'self-signed';
    if (env.QH_TLS_CERT || env.QH_TLS_KEY) this.tls = { cert: text('QH_TLS_CERT'), key: text('QH_TLS_KEY') };
    this.geometry = oneOf('QH_GEOMETRY', ['auto', 'postgis', 'service']);
    if (env.QH_FILES) this.files = s3Address(env, wrong);
    this.secret = env.QH_SECRET ?? (this.production ? '' : keptSecret(this.dataDir));
    if (this.secret.length < 32) wrong.push('QH_SECRET must have at least 32 characters');
    if (wrong.length) throw new Error(`the environment is not usable: ${wrong.join('; ')}`);
  }

  static from(env: NodeJS.ProcessEnv = process.env): PlatformConfig {
    return new PlatformConfig(env);
  }
}

/** Outside production a secret is made once and kept in the data folder, so that keys sealed with it open again. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // The worker may have been quicker.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}
