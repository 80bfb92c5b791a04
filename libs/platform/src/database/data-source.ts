import { DataSource, type DataSourceOptions, DefaultNamingStrategy } from 'typeorm';

/** snake_case in the database from day one, so that SQL by hand needs no quotes. */
class SnakeNaming extends DefaultNamingStrategy {
  override tableName(target: string, given: string | undefined): string {
    return given ?? snake(target);
  }

  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return [...prefixes.map(snake), given ?? snake(property)].join('_');
  }
}

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

export interface DatabaseOptions {
  entities?: DataSourceOptions['entities'];
  migrations?: DataSourceOptions['migrations'];
  /** Most connections of this process. */
  pool?: number;
}

export function makeDataSource(url: string, { entities, migrations, pool = 10 }: DatabaseOptions = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    migrationsTableName: 'schema_migration',
    extra: { max: pool, application_name: 'qingheng', statement_timeout: 120_000 },
  });
}
