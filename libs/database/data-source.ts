import { DataSource } from 'typeorm';
import { ENTITIES } from './entities.js';
import { GatheringSocket } from './gathering-socket.js';
import { MIGRATIONS } from './migrations.js';

export interface DatabaseOptions {
  url: string;
  /** Connections at the most. */
  poolSize?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
}

/** Not yet connected: call `initialize()`. Nothing is ever synchronised. */
export function createDataSource({ url, poolSize = 10, applicationName = 'answerable' }: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize,
    connectTimeoutMS: 5_000,
    // What one act asks for at the same time, it does not have to ask for one after the other.
    extra: { keepAlive: true, pipeline: true, stream: () => new GatheringSocket() },
  });
}
