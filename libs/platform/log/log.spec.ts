import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#database/data-source.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { createLog } from './log.js';

const SECRET = 'SECRET-WORD';

describe('the log of an error', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.url, poolSize: 1 }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const lineOf = async (act: () => unknown) => {
    const lines: string[] = [];
    const log = createLog(
      { level: 'info', process: 'test' },
      {
        write: (line) => {
          lines.push(line);
        },
      },
    );
    try {
      await act();
    } catch (error) {
      log.error({ err: error }, 'request failed');
      log.warn({ err: new Error('around it', { cause: error }) }, 'and once more');
    }
    expect(lines).toHaveLength(2);
    return lines.join('');
  };

  it('holds no value of a statement that PostgreSQL refused, but says what and where', async () => {
    const insert = (id: string) =>
      dataSource.query('INSERT INTO canned_reply_version (canned_reply_id, number, title) VALUES ($1, 1, $2)', [
        id,
        SECRET,
      ]);
    const incomplete = await lineOf(() => insert('019aaaaa-0000-7000-8000-000000000000'));
    expect(incomplete).not.toContain(SECRET);
    expect(incomplete).toContain('"code":"23502"');
    expect(incomplete).toContain('violates not-null constraint');
    const noId = await lineOf(() => insert(SECRET));
    expect(noId).not.toContain(SECRET);
    expect(noId).toContain('PostgreSQL 22P02');
    expect(noId).toMatch(/log\.spec\.ts:\d+/);
  });

  it('holds nothing of a text that was no JSON', async () => {
    expect(await lineOf(() => JSON.parse(`${SECRET}\n    at ${SECRET}`))).not.toContain(SECRET);
  });

  it('keeps the words of other errors', async () => {
    const error = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', input: SECRET });
    const line = await lineOf(() => Promise.reject(error));
    expect(line).toContain('"code":"ECONNREFUSED"');
    expect(line).toContain('"message":"connect ECONNREFUSED"');
    expect(line).not.toContain(SECRET);
  });
});
