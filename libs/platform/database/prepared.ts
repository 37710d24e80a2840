import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';

export interface PreparedQuery {
  /** Unique per text: PostgreSQL keeps one plan for each name and connection. */
  name: string;
  text: string;
}

/**
 * `ANY` over an array parameter for a statement that is prepared: PostgreSQL keeps no plan for a bare `ANY($1)`, since it
 * takes the plan for the array that it sees for cheaper each time, and planning costs more than the statement.
 */
export const anyIn = (parameter: `$${number}`, type: string): string =>
  `ANY(ARRAY(SELECT unnest(${parameter}::${type}[])))`;

/** Runs a statement that each connection parses and plans once. For hot paths; the rest goes through TypeORM. */
export async function prepared<Row extends QueryResultRow>(
  dataSource: DataSource,
  query: PreparedQuery,
  values: readonly unknown[],
): Promise<Row[]> {
  const result = await poolOf(dataSource).query<Row>({ ...query, values: [...values] });
  return result.rows;
}

/** The same within an open transaction; outside of one, on any connection. */
export async function preparedIn<Row extends QueryResultRow>(
  tx: EntityManager,
  query: PreparedQuery,
  values: readonly unknown[],
): Promise<Row[]> {
  const { queryRunner } = tx;
  if (!(queryRunner instanceof PostgresQueryRunner)) return prepared(tx.dataSource, query, values);
  // Of several statements sent together one may have failed: the others must not go on outside of their transaction.
  if (!queryRunner.isTransactionActive) throw new Error('the transaction of this statement has ended');
  const client: PoolClient = await queryRunner.connect();
  const result = await client.query<Row>({ ...query, values: [...values] });
  return result.rows;
}

export function poolOf(dataSource: DataSource): Pool {
  const { driver } = dataSource;
  if (!('master' in driver)) throw new Error('not connected to PostgreSQL');
  return driver.master as Pool;
}
