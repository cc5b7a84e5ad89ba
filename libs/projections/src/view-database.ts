import { DataSource, type MigrationInterface } from 'typeorm';
import type { Table } from './projection.js';

export type ViewDatabaseOptions = {
  /** `postgres://…`, with the password in it. Secret. */
  readonly url: string;
  readonly entities: readonly Table<object>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly connectionsMax?: number;
};

/** The database of a service's views. Call `initialize` and then `migrate`. */
export function viewDatabase(options: ViewDatabaseOptions): DataSource {
  const { url, entities, migrations, connectionsMax = 16 } = options;
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'migration',
    synchronize: false,
    poolSize: connectionsMax,
    extra: {
      // Views are derived: what a crash of the database forgets is applied again, because rows and
      // checkpoint are forgotten together. So no transaction needs to wait for the disk.
      options: '-c synchronous_commit=off -c timezone=UTC',
      connectionTimeoutMillis: 10_000,
    },
  });
}

/** Any number; all processes that migrate take this one. */
const MIGRATION_LOCK = 7_262_013_350;

/** Brings the tables up to date; processes that start together do it one after the other. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const connection = dataSource.createQueryRunner();
  try {
    await connection.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await connection
      .query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK])
      .catch(() => undefined);
    await connection.release();
  }
}
