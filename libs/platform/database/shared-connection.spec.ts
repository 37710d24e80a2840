import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#database/data-source.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { poolOf } from './prepared.js';
import { readTogether } from './shared-connection.js';

const WHERE = { name: 'where-am-i', text: 'SELECT pg_backend_pid() AS pid, $1::int AS n' };
const SLOW = { name: 'slow', text: 'SELECT pg_backend_pid() AS pid, pg_sleep($1::float8)::text AS slept' };
const WRONG = { name: 'wrong', text: 'SELECT 1 / $1::int AS n' };

describe('reading together', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.url, poolSize: 4 }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const read = (n: number) => readTogether<{ pid: number; n: number }>(dataSource, WHERE, [n]);
  const allGivenBack = () => {
    const { totalCount, idleCount } = poolOf(dataSource);
    return totalCount === idleCount;
  };

  it('answers each with its own rows, on two connections however many ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => read(n)));
    expect(answers.map(([row]) => row?.n)).toEqual(Array.from({ length: 50 }, (_, n) => n));
    expect(new Set(answers.map(([row]) => row?.pid)).size).toBe(2);
    expect(allGivenBack()).toBe(true);
  });

  it('fails alone', async () => {
    const [before, wrong, after] = await Promise.allSettled([
      read(1),
      readTogether(dataSource, WRONG, [0]),
      read(2),
      readTogether(dataSource, WRONG, [1]),
    ]);
    expect([before.status, wrong.status, after.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('tells those who were on a connection that broke, and takes another for whoever comes next', async () => {
    const slow = Promise.allSettled([1, 2].map(() => readTogether(dataSource, SLOW, [30])));
    await ended(2);
    expect((await slow).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await read(3))[0]?.n).toBe(3);
    expect(allGivenBack()).toBe(true);
  });

  /** Ends what sleeps, as soon as so many do. */
  async function ended(expected: number): Promise<void> {
    for (let found = 0; found < expected; ) {
      const rows: unknown[] = await dataSource.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid() AND state = 'active'`,
      );
      found += rows.length;
    }
  }
});
