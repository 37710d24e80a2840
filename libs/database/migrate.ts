import { createDataSource } from './data-source.js';

/** Several processes may start at once: one migrates, the others wait. */
const MIGRATION_LOCK = 7_203_114_001;

/** Brings the database up to date. Returns the names of the migrations that ran. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 3 }).initialize();
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await dataSource.runMigrations();
    return applied.map((migration) => migration.name);
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await guard.release();
    await dataSource.destroy();
  }
}
