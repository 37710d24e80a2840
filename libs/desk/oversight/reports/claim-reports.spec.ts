import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#database/data-source.js';
import { buildGrants } from '../../../../test/support/build.js';
import { DeskRows } from '../../../../test/support/desk-rows.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/postgres.js';
import { takeReport } from './claim-reports.js';

const NOW = new Date('2026-03-02T08:00:00Z');

describe('a mail that is due', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let rows: DeskRows;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
    rows = new DeskRows(dataSource);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  /** A report of these departments, or of all, with a mail of it that is due. */
  async function due(officerId: string, departmentIds: readonly string[]): Promise<string> {
    const [reportId, mailId] = [randomUUID(), randomUUID()];
    await dataSource.query(
      `INSERT INTO report (id, officer_id, department_ids, measures, clock, rhythm, hour, time_zone, language, created_at, next_at)
       VALUES ($1, $2, $3, '{first-answer}', 'calendar', 'daily', 8, 'UTC', 'en', $4, $4)`,
      [reportId, officerId, departmentIds, NOW],
    );
    await dataSource.query(
      `INSERT INTO report_mail (id, report_id, period_from, period_to, claimed_at, next_try_at)
       VALUES ($1, $2, '2026-03-01', '2026-03-01', $3, $3)`,
      [mailId, reportId, NOW],
    );
    return mailId;
  }

  const takeAll = async (): Promise<string[]> => {
    const taken: string[] = [];
    for (;;) {
      const next = await dataSource.transaction((tx) => takeReport(tx, NOW));
      if (!next) return taken;
      taken.push(next.id);
    }
  };

  it('waits while the history of what it tells of is measured anew; the others do not wait for it', async () => {
    const [behind, other] = [await rows.department(), await rows.department()];
    const both = await rows.officer(behind.id, ['supervisor']);
    await buildGrants(dataSource, both.officerId, { id: other.id, roles: ['supervisor'] });
    const elsewhere = await rows.officer(other.id, ['supervisor']);
    const everywhere = await rows.officer(null, ['administrator']);
    const waiting = [
      await due(both.officerId, []),
      await due(both.officerId, [behind.id, other.id]),
      await due(everywhere.officerId, []),
    ];
    const going = [await due(both.officerId, [other.id]), await due(elsewhere.officerId, [])];
    await dataSource.query('INSERT INTO unmeasured_department (department_id) VALUES ($1)', [behind.id]);
    expect((await takeAll()).sort()).toEqual(going.sort());
    await dataSource.query('DELETE FROM unmeasured_department');
    expect((await takeAll()).sort()).toEqual(waiting.sort());
  });
});
