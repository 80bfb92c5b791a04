/** A registry with two of everybody, for specs of what it does. */
import { LedgerModule, ledgerMigrations } from '@qingheng/ledger';
import { marketMigrations, MarketModule } from '@qingheng/market';
import { pipelineMigrations } from '@qingheng/pipeline';
import { PeopleService, platformMigrations, ReportModule, Role } from '@qingheng/platform';
import { serve } from '../support/app';
import { type TestDatabase, withDatabase } from '../support/database';
import { type Answer, Person } from '../support/person';

export interface Operation {
  id: string;
  status: string;
  refusal: { code?: string; detail?: object } | null;
  transfer: string;
  details: Record<string, string>;
  /** Of a refusal: its sentence. */
  detail?: string;
}

const password = 'quite a long password';
const WHO: [string, Role, string, 'enterprise' | 'regulator' | 'operator'][] = [
  ['anna', Role.Filer, 'smelter', 'enterprise'],
  ['bert', Role.Filer, 'smelter', 'enterprise'],
  ['carl', Role.Filer, 'plant', 'enterprise'],
  ['cora', Role.Filer, 'plant', 'enterprise'],
  ['rita', Role.Regulator, 'bureau', 'regulator'],
  ['rolf', Role.Regulator, 'bureau', 'regulator'],
  ['tom', Role.Trader, 'centre', 'operator'],
  ['tim', Role.Trader, 'centre', 'operator'],
];

export class Office {
  readonly people: Record<string, Person> = {};
  readonly organisations: Record<string, string> = {};
  readonly database: TestDatabase = withDatabase([
    ...[...platformMigrations, ...ledgerMigrations, ...pipelineMigrations, ...marketMigrations],
  ]);

  async open(): Promise<void> {
    const { app, url } = await serve(this.database, {
      imports: [ReportModule, LedgerModule.serving(), MarketModule.serving()],
    });
    await app.get(PeopleService).ensure(
      WHO.map(([username, role, name, kind]) => ({
        ...{ username, name: username, password, roles: [role] },
        organisation: { name, kind, creditCode: name },
      })),
    );
    for (const [name] of WHO) this.people[name] = await Person.signIn(url, name, password);
    for (const { id, name } of await this.database.source.query('SELECT id, name FROM organisation'))
      this.organisations[name] = id;
  }

  asset(asset: object): Promise<Answer> {
    return this.people.rita!.post('/registry/assets', asset);
  }

  ask(who: string, body: object): Promise<Answer<Operation>> {
    return this.people[who]!.post<Operation>('/registry/operations', body);
  }

  async done(maker: string, checker: string, body: object): Promise<Operation> {
    const asked = await this.ask(maker, body);
    expect([asked.status, asked.body.code, asked.body.detail]).toEqual([201, undefined, undefined]);
    const answer = await this.people[checker]!.post<Operation>(`/registry/operations/${asked.body.id}/approve`);
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    expect(answer.body).toMatchObject({ status: 'posted', refusal: null });
    return answer.body;
  }

  async balances(who: string): Promise<Record<string, string>> {
    const { body } = await this.people[who]!.get<{
      items: { asset: string; purpose: string; ref: string; balance: string }[];
    }>('/ledger/accounts');
    return Object.fromEntries(
      body.items.map(({ asset, purpose, ref, balance }) => [`${asset} ${purpose}${ref && ` ${ref}`}`, balance]),
    );
  }
}
