import type { DataSource } from 'typeorm';
import { derivation, type Tx } from '#database/transaction.js';
import { apart, type Failed, setAside } from '../../conversations/set-aside.js';
import { rollUpStale } from '../rollups/roll-up.js';
import { markAllStale } from '../rollups/rollup.queries.js';
import { countUnmeasured, measureConversations } from './measure-conversations.js';
import { waitUntilAlone } from './measurement.queries.js';

const BATCH = 200;
const PERIODS = 60;

export interface FigureProgress {
  lastId: string;
  looked: number;
  /** Rows that were not what the history says. */
  differing: number;
}

/** Before the first. */
export const NOTHING_MEASURED: FigureProgress = {
  ...{ lastId: '00000000-0000-0000-0000-000000000000', looked: 0, differing: 0 },
};

const SCOPE = 'figures';

/** Where a rebuild that was stopped left off; the beginning where there is none. */
export async function figuresUnderWay(dataSource: DataSource): Promise<FigureProgress> {
  const [underWay]: FigureProgress[] = await dataSource.query(
    'SELECT last_id AS "lastId", looked, differing FROM figure_rebuild WHERE scope = $1',
    [SCOPE],
  );
  return underWay ?? NOTHING_MEASURED;
}

export interface Remeasuring {
  now: Date;
  /** Of conversations that cannot be measured: they are left as they are. */
  onFailed(failed: readonly Failed[]): void;
}

/** Measures the next few once more from their record, while the desk goes on; null when that were all. */
export function remeasureBatch(
  dataSource: DataSource,
  so: FigureProgress,
  { now, onFailed }: Remeasuring,
): Promise<FigureProgress | null> {
  return derivation(dataSource, async (tx) => {
    await waitUntilAlone(tx);
    const ids = await conversationsAfter(tx, so.lastId);
    const last = ids.at(-1);
    if (!last) {
      await tx.query('DELETE FROM figure_rebuild WHERE scope = $1', [SCOPE]);
      return null;
    }
    const { done, failed } = await apart(tx, ids, measureConversations);
    await setAside(tx, { work: 'figures', failed, now });
    onFailed(failed);
    const differing = done.reduce((sum, n) => sum + n, so.differing);
    const next = { lastId: last, looked: so.looked + ids.length, differing };
    await tx.query(
      `INSERT INTO figure_rebuild (scope, last_id, looked, differing) VALUES ($1, $2, $3, $4)
       ON CONFLICT (scope) DO UPDATE SET last_id = excluded.last_id, looked = excluded.looked, differing = excluded.differing`,
      [SCOPE, next.lastId, next.looked, next.differing],
    );
    return next;
  });
}

/** The same without writing anything. */
export function checkMeasuredBatch(
  dataSource: DataSource,
  so: FigureProgress,
  { onFailed }: Remeasuring,
): Promise<FigureProgress | null> {
  return dataSource.transaction('REPEATABLE READ', async (tx) => {
    const ids = await conversationsAfter(tx, so.lastId);
    const last = ids.at(-1);
    if (!last) return null;
    const { done, failed } = await apart(tx, ids, countUnmeasured);
    onFailed(failed);
    return { lastId: last, looked: so.looked + ids.length, differing: done.reduce((sum, n) => sum + n, so.differing) };
  });
}

async function conversationsAfter(tx: Tx, after: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query('SELECT id FROM conversation WHERE id > $1 ORDER BY id LIMIT $2', [
    after,
    BATCH,
  ]);
  return rows.map(({ id }) => id);
}

/** How many there are to look at, for a progress line. */
export async function conversationsThereAre(dataSource: DataSource): Promise<number> {
  const [row]: { n: number }[] = await dataSource.query('SELECT count(*)::int AS n FROM conversation');
  return row?.n ?? 0;
}

/** Throws all rollups away and has them made again: until then figures are read from the measurements. */
export async function forgetRollups(dataSource: DataSource): Promise<void> {
  await derivation(dataSource, async (tx) => {
    await waitUntilAlone(tx);
    await tx.query('DELETE FROM rollup');
    await markAllStale(tx);
  });
}

/** Rolls up what is stale and over; answers how many days and months, 0 when there are no more. */
export function rollUpBatch(dataSource: DataSource, before: string): Promise<number> {
  return derivation(dataSource, async (tx) => {
    await waitUntilAlone(tx);
    return rollUpStale(tx, { before, limit: PERIODS });
  });
}
