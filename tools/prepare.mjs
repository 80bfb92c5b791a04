// Brings a fresh checkout to the point where the product can run: dependencies installed, sources built.
// Each step is skipped when nothing it depends on has changed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const dataDir = process.env.QH_DATA_DIR ?? join(root, '.data');

/** Runs a command quietly; its output is shown only when it fails. */
function step(title, command, args, { quiet, env = process.env }) {
  const started = Date.now();
  if (!quiet) process.stderr.write(`· ${title} … `);
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, env });
  if (done.status !== 0) {
    process.stderr.write(
      `\n${title} failed\n${done.stdout ?? ''}\n${done.stderr ?? ''}\n${done.error?.message ?? ''}\n`,
    );
    process.exit(1);
  }
  if (!quiet) process.stderr.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** Newest modification time below the given paths, in milliseconds. */
function newest(paths, test) {
  let latest = 0;
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      if (path.endsWith('node_modules')) return;
      for (const name of readdirSync(path)) visit(join(path, name));
    } else if (test(path)) latest = Math.max(latest, stat.mtimeMs);
  };
  for (const path of paths) visit(join(root, path));
  return latest;
}

const stampFile = (name) => join(root, 'dist', `.${name}-built`);
const stampOf = (name) => (existsSync(stampFile(name)) ? Number(readFileSync(stampFile(name), 'utf8')) : 0);
function stamp(name, at) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile(name), String(at));
}

export function ensureInstalled({ quiet = false } = {}) {
  const marker = join(root, 'node_modules', '.package-lock.json');
  const lock = statSync(join(root, 'package-lock.json'), { throwIfNoEntry: false });
  const have = statSync(marker, { throwIfNoEntry: false });
  if (have && (!lock || have.mtimeMs >= lock.mtimeMs || sameLock(marker))) return;
  // Not `npm ci`: it refuses a lock whose optional packages for other platforms could not be listed.
  step('installing packages', npm(), ['install', '--no-save', '--no-audit', '--no-fund'], { quiet });
}

/** A checkout touches the lock file without changing it: compare what counts. */
function sameLock(marker) {
  const versions = (file) =>
    JSON.stringify(
      Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages ?? {})
        .filter(([path, entry]) => path && !entry.optional)
        .map(([path, entry]) => [path, entry.version])
        .sort(),
    );
  return versions(marker) === versions(join(root, 'package-lock.json'));
}

export const npm = () => (process.platform === 'win32' ? 'npm.cmd' : 'npm');

export function ensureBuilt({ quiet = false, console: withConsole = false, force = false } = {}) {
  const folders = ['apps/api', 'apps/worker', 'apps/cli', 'libs'].filter((path) => existsSync(join(root, path)));
  const source = newest([...folders, '.swcrc'], (f) => /\.ts$|swcrc$/.test(f));
  if (force || source > stampOf('server')) {
    step('building the server', process.execPath, [bin('@swc/cli/bin/swc.js'), ...folders, '-d', 'dist', '-q'], {
      quiet,
    });
    stamp('server', source);
  }
  if (!withConsole || !existsSync(join(root, 'apps/console'))) return;
  const page = newest(['apps/console'], () => true);
  if (force || page > stampOf('console')) {
    step(
      'building the console',
      process.execPath,
      [bin('vite/bin/vite.js'), 'build', '--config', 'apps/console/vite.config.mts'],
      // A test's NODE_ENV would put the development build of React into what people load.
      { quiet, env: { ...process.env, NODE_ENV: 'production' } },
    );
    stamp('console', page);
  }
}

const bin = (path) => join(root, 'node_modules', path);

/** Runs a package script and ends with its exit code. */
export function finishWith(command, args, env = process.env) {
  try {
    execFileSync(command, args, { cwd: root, stdio: 'inherit', env });
  } catch (error) {
    process.exit(error.status ?? 1);
  }
}
