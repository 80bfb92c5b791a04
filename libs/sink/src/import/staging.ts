/** Forms on their way in: tables of the transaction alone, so that nothing of them outlives a refusal. */
import { CopyIn } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import type { CheckedRow } from './check-row';
import type { Column, Form } from './forms';

const TYPES: Record<Column['type'], string> = {
  text: 'text COLLATE "C"',
  choice: 'text',
  species: 'text COLLATE "C"',
  number: 'numeric',
  integer: 'int',
  date: 'date',
};

export const stagingOf = ({ name }: Form): string => `field_${name}`;

export async function openStaging(manager: EntityManager): Promise<void> {
  await manager.query(`
    SET LOCAL statement_timeout = '15min';
    SET LOCAL work_mem = '256MB';
    SET LOCAL temp_buffers = '128MB';
    CREATE TEMP TABLE field_fault (form text, line int, place text, code text, params jsonb) ON COMMIT DROP;
    CREATE TEMP TABLE field_warning (form text, line int, place text, code text, params jsonb) ON COMMIT DROP`);
}

/** One form at a time: while it is copied, the connection takes rows and nothing else. */
export class FormStaging {
  private constructor(
    private readonly manager: EntityManager,
    private readonly form: Form,
    private readonly copy: CopyIn,
  ) {}

  static async open(manager: EntityManager, form: Form): Promise<FormStaging> {
    const table = stagingOf(form);
    const columns = form.columns.map(({ name, type }) => `${name} ${TYPES[type]}`);
    if (form.name === 'plot') columns.push('area_id uuid');
    await manager.query(
      `CREATE TEMP TABLE ${table} (line int, ${columns.join(', ')}, faults jsonb, warnings jsonb) ON COMMIT DROP`,
    );
    return new FormStaging(manager, form, await CopyIn.into(manager, table));
  }

  add(line: number, { values, faults, warnings }: CheckedRow): Promise<void> {
    const list = (found: object[]) => (found.length ? JSON.stringify(found) : null);
    return this.copy.write([String(line), ...values, list(faults), list(warnings)]);
  }

  abandon(): Promise<void> {
    return this.copy.abandon();
  }

  async end(): Promise<void> {
    await this.copy.end();
    const table = stagingOf(this.form);
    await this.manager.query(`ANALYZE ${table}`);
    for (const kind of ['fault', 'warning'])
      await this.manager.query(
        `INSERT INTO field_${kind} SELECT $1, line, f->>'column', f->>'code', coalesce(f->'params', '{}')
         FROM ${table}, jsonb_array_elements(${kind}s) f WHERE ${kind}s IS NOT NULL`,
        [this.form.name],
      );
  }
}
