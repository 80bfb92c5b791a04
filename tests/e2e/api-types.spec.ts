/** The console's types are those of the service: made from its OpenAPI document, and made again after every change. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { describeUnstarted } from '../../apps/api/openapi';

it('has no two shapes of one name: the second would take the place of the first', async () => {
  const warned = jest.spyOn(Logger, 'warn').mockImplementation();
  await describeUnstarted();
  expect(warned.mock.calls.filter(([text]) => String(text).includes('Duplicate DTO'))).toEqual([]);
  warned.mockRestore();
});

it('is not older than the routes: otherwise `npm run api:types`', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qh-openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(await describeUnstarted()));
    const made = execFileSync(process.execPath, ['tools/api-types.mjs', '--document', file, '--print'], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    const kept = readFileSync(join(__dirname, '../../apps/console/src/api/generated.ts'), 'utf8');
    expect(kept === made).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
