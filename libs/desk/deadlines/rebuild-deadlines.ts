import type { DataSource } from 'typeorm';
import { derivation, type Tx } from '#database/transaction.js';
import { IS_FIRST_VERSION } from '../conversations/ever-there.queries.js';
import { apart, type Failed, setAside } from '../conversations/set-aside.js';
import { countDiffering, deriveDeadlines } from './derive-deadlines.js';
import { conversationsAfter, FIRST_ID } from './promised.queries.js';
import { settledOf } from './unsettled.queries.js';

const BATCH = 100;

export interface RebuildScope {
  /** Under which its place is kept. */
  name: string;
  /** Null: everywhere. */
  departmentId: string | null;
}

/** What ended before there were deadlines; begun by their migration, and done by the worker. */
export const HISTORY: RebuildScope = { name: 'history', departmentId: null };

const OWE = `
  INSERT INTO deadline_rebuild (scope, last_id, looked, differing, department_id)
  SELECT '${HISTORY.name}:' || e.department_id, $3, 0, 0, e.department_id FROM conversation_event e
  WHERE e.id = $1 AND e.department_id = $2 AND e.actor_kind = 'officer' AND ${IS_FIRST_VERSION}
  ON CONFLICT (scope) DO UPDATE SET last_id = excluded.last_id, looked = 0, differing = 0`;

/**
 * The first promise of a department, and its first calendar, measure what ended before them: its history is owed then,
 * from the beginning. The promises that the desk itself wrote down have it with all the history.
 */
export async function owedHistory(
  tx: Tx,
  { departmentId, eventId }: { departmentId: string; eventId: string },
): Promise<void> {
  await tx.query(OWE, [eventId, departmentId, FIRST_ID]);
}

/** What the worker has to derive next; null: nothing is owed. */
export async function nextHistory(tx: Tx): Promise<RebuildScope | null> {
  const [scope]: RebuildScope[] = await tx.query(
    `SELECT scope AS name, department_id AS "departmentId" FROM deadline_rebuild
     WHERE scope = $1 OR department_id IS NOT NULL ORDER BY scope LIMIT 1`,
    [HISTORY.name],
  );
  return scope ?? null;
}

export interface RebuildProgress {
  lastId: string;
  looked: number;
  /** Rows that were not what their history says. */
  differing: number;
}

/** Before the first. */
export const NOTHING_YET: RebuildProgress = { lastId: FIRST_ID, looked: 0, differing: 0 };

/** From the beginning, or from where one that was stopped left off. */
export async function beginRebuild(dataSource: DataSource, { name }: RebuildScope): Promise<RebuildProgress> {
  await dataSource.query(
    `INSERT INTO deadline_rebuild (scope, last_id, looked, differing) VALUES ($1, $2, 0, 0) ON CONFLICT DO NOTHING`,
    [name, FIRST_ID],
  );
  const [underWay]: RebuildProgress[] = await dataSource.query(PLACE, [name]);
  return underWay ?? NOTHING_YET;
}

const PLACE = 'SELECT last_id AS "lastId", looked, differing FROM deadline_rebuild WHERE scope = $1';

export interface Rebuilding {
  now: Date;
  /** Of conversations that cannot be derived: they are left as they are. `news`: those of which it was not known. */
  onFailed(failed: readonly Failed[], news: readonly Failed[]): void;
}

/**
 * Derives the next few from their record, while the desk goes on; null when that were all, or somebody else is at it. How
 * far it has come is kept with what was written: stopped at any point, it goes on from there.
 */
export function rebuildBatch(
  dataSource: DataSource,
  { name, departmentId }: RebuildScope,
  { now, onFailed }: Rebuilding,
): Promise<RebuildProgress | null> {
  return derivation(dataSource, async (tx) => {
    const [place]: RebuildProgress[] = await tx.query(`${PLACE} FOR UPDATE SKIP LOCKED`, [name]);
    if (!place) return null;
    const ids = await conversationsAfter(tx, { departmentId, after: place.lastId, limit: BATCH });
    const lastId = ids.at(-1);
    if (!lastId) {
      await tx.query('DELETE FROM deadline_rebuild WHERE scope = $1', [name]);
      return null;
    }
    const { done, failed } = await apart(tx, ids, deriveDeadlines);
    onFailed(failed, await setAside(tx, { work: 'deadlines', failed, now }));
    const differing = done.reduce((sum, derived) => sum + derived.differing, 0);
    const next = { lastId, looked: place.looked + ids.length, differing: place.differing + differing };
    await tx.query('UPDATE deadline_rebuild SET last_id = $2, looked = $3, differing = $4 WHERE scope = $1', [
      ...[name, next.lastId, next.looked, next.differing],
    ]);
    return next;
  });
}

/** The same without writing anything, after what was looked at already; without what is still being worked in. */
export async function checkBatch(
  dataSource: DataSource,
  { departmentId }: RebuildScope,
  { lastId, looked, differing }: RebuildProgress,
  onFailed: (failed: readonly Failed[]) => void,
): Promise<RebuildProgress | null> {
  const ids = await conversationsAfter(dataSource.manager, { departmentId, after: lastId, limit: BATCH });
  const last = ids.at(-1);
  if (!last) return null;
  const { done, failed } = await dataSource.transaction('REPEATABLE READ', async (tx) =>
    apart(tx, await settledOf(tx, ids), countDiffering),
  );
  onFailed(failed);
  return { lastId: last, looked: looked + ids.length, differing: differing + done.reduce((sum, n) => sum + n, 0) };
}
