/** Organisations and their people, made by an administrator or by the release's own demonstration data. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, Role, systemActor } from '../../access';
import { AuditService } from '../../audit';
import { UnitOfWork } from '../../database';
import type { OrganisationKind } from '../entities';
import { hashPassword, requireStrongPassword } from './passwords';

export interface NewOrganisation {
  name: string;
  kind: OrganisationKind;
  creditCode?: string;
  region?: string;
}

export interface NewPerson {
  username: string;
  name: string;
  password: string;
  roles: Role[];
  organisation: NewOrganisation & { creditCode: string };
}

@Injectable()
export class PeopleService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  /** Makes the person and the organisation where they are missing; leaves alone what is there. */
  async ensure(people: NewPerson[], actor: Actor = systemActor): Promise<void> {
    const text = 'SELECT lower(username) AS username FROM user_account WHERE lower(username) = ANY($1)';
    const names = people.map(({ username }) => username.toLowerCase());
    const known: { username: string }[] = await this.work.run(systemActor, (m) => m.query(text, [names]));
    const missing = people.filter((p) => !known.some(({ username }) => username === p.username.toLowerCase()));
    const hashes = await Promise.all(missing.map(({ password }) => hashPassword(password)));
    if (!missing.length) return;
    await this.work.run(systemActor, async (manager) => {
      for (const [i, person] of missing.entries()) {
        const organisationId = await this.organisation(manager, person.organisation);
        const id = await insertPerson(manager, { ...person, organisationId, passwordHash: hashes[i]! });
        if (!id) continue; // another process was quicker
        await this.audit.record(manager, {
          actor,
          action: 'user.created',
          subject: { type: 'user', id },
          details: { username: person.username, roles: person.roles },
        });
      }
    });
  }

  /** Only where no operator is there yet: who knows the environment's password later gets nothing by it. */
  async ensureAdministrator({ username, password }: { username: string; password: string }): Promise<void> {
    const text = `SELECT 1 FROM organisation WHERE kind = 'operator'`;
    const found: unknown[] = await this.work.run(systemActor, (manager) => manager.query(text));
    if (found.length) return;
    requireStrongPassword(password, username);
    const organisation = { name: '运营机构 Operator', kind: 'operator', creditCode: 'operator' } as const;
    await this.ensure([{ username, name: username, password, roles: [Role.MethodAdmin], organisation }]);
  }

  private async organisation(manager: EntityManager, o: NewOrganisation): Promise<string> {
    await manager.query(
      `INSERT INTO organisation (name, kind, credit_code, region) VALUES ($1, $2, $3, $4)
       ON CONFLICT (credit_code) DO NOTHING`,
      [o.name, o.kind, o.creditCode ?? null, o.region ?? null],
    );
    const [row] = await manager.query('SELECT id FROM organisation WHERE credit_code = $1', [o.creditCode ?? null]);
    return row.id;
  }
}

/** Undefined where the user name is taken. */
export async function insertPerson(
  manager: EntityManager,
  person: {
    organisationId: string;
    username: string;
    name: string;
    passwordHash: string | null;
    roles: Role[];
    grantedBy?: string;
  },
): Promise<string | undefined> {
  const [row] = await manager.query(
    `INSERT INTO user_account (organisation_id, username, name, password_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING id`,
    [person.organisationId, person.username, person.name, person.passwordHash],
  );
  if (!row) return undefined;
  await manager.query(
    'INSERT INTO user_role (user_id, organisation_id, role, granted_by) SELECT $1, $2, unnest($3::text[]), $4',
    [row.id, person.organisationId, person.roles, person.grantedBy ?? null],
  );
  return row.id;
}
