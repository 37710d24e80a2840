import type { DataSource } from 'typeorm';
import { SEARCHED_KINDS, type SearchedKind } from '#contracts/search.http.js';
import { type Tx, transaction } from '#database/transaction.js';
import { SEGMENTER_VERSION } from '#domain/search/segment.js';
import { keepFindable } from '../conversations/search-index.js';

const BATCH = 500;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

interface Fill {
  kind: SearchedKind;
  lastId: string | null;
  /** Also what the present segmenter has indexed already. */
  isWhole: boolean;
}

export interface FilledBatch {
  kind: SearchedKind;
  looked: number;
  indexed: number;
  /** Somebody is at the very next one just now: try again in a moment. */
  isHeldUp: boolean;
}

/**
 * The next few texts that were there before the index was, or that an older segmenter has cut. Null when there are none
 * or another worker is at it. Its place is kept with its work: stopped at any point, it goes on from there.
 */
export async function fillBatch(dataSource: DataSource): Promise<FilledBatch | null> {
  await beginWhatIsMissing(dataSource);
  return transaction(dataSource, async (tx) => {
    const [fill]: Fill[] = await tx.query(
      `SELECT kind, last_id AS "lastId", is_whole AS "isWhole" FROM search_fill WHERE finished_at IS NULL
       ORDER BY kind LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    return fill ? fillNext(tx, fill) : null;
  });
}

/** Has everything indexed again from the start, unless that is under way. */
export async function beginAnew(dataSource: DataSource): Promise<void> {
  await beginWhatIsMissing(dataSource);
  const [underWay]: unknown[] = await dataSource.query(
    'SELECT 1 FROM search_fill WHERE finished_at IS NULL AND is_whole LIMIT 1',
  );
  if (underWay) return;
  await dataSource.query('UPDATE search_fill SET last_id = NULL, indexed = 0, finished_at = NULL, is_whole = true');
}

/** How many texts there are, roughly where that has to do: for a progress line. */
export async function textsToFill(dataSource: DataSource): Promise<number> {
  const [row]: { n: number }[] = await dataSource.query(
    `SELECT ${SEARCHED_KINDS.map((kind) => `(SELECT count(*) FROM ${kind})`).join(' + ')} AS n`,
  );
  return Number(row?.n ?? 0);
}

async function beginWhatIsMissing(dataSource: DataSource): Promise<void> {
  const known: unknown[] = await dataSource.query('SELECT 1 FROM search_fill WHERE segmenter_version >= $1', [
    SEGMENTER_VERSION,
  ]);
  if (known.length >= SEARCHED_KINDS.length) return;
  await dataSource.query(
    `INSERT INTO search_fill AS f (kind, segmenter_version, is_whole) SELECT kind, $2, false FROM unnest($1::text[]) AS k (kind)
     ON CONFLICT (kind) DO UPDATE SET segmenter_version = $2, last_id = NULL, finished_at = NULL WHERE f.segmenter_version < $2`,
    [SEARCHED_KINDS, SEGMENTER_VERSION],
  );
}

async function fillNext(tx: Tx, { kind, lastId, isWhole }: Fill): Promise<FilledBatch> {
  const next: { id: string }[] = await tx.query(`SELECT id FROM ${kind} WHERE id > $1 ORDER BY id LIMIT ${BATCH}`, [
    lastId ?? FIRST_ID,
  ]);
  const rows = await lockedRun(tx, kind, next);
  const ids = rows.filter(({ isIndexed }) => isWhole || !isIndexed).map(({ id }) => id);
  if (ids.length > 0) await keepFindable(tx, kind, ids);
  await tx.query(
    `UPDATE search_fill SET last_id = coalesce($2, last_id), indexed = indexed + $3,
       finished_at = CASE WHEN $4 THEN now() END, is_whole = is_whole AND NOT $4 WHERE kind = $1`,
    [kind, rows.at(-1)?.id ?? null, ids.length, rows.length === next.length && next.length < BATCH],
  );
  return { kind, looked: rows.length, indexed: ids.length, isHeldUp: rows.length === 0 && next.length > 0 };
}

interface Text {
  id: string;
  isIndexed: boolean;
}

/**
 * The first of them, up to one at which somebody else is just now: that comes with the next batch. They are locked with
 * their conversations, so that what is changed or transferred meanwhile is indexed after us, as it then is; never waiting
 * for a lock while others are held, so that no officer's act ends in a deadlock with us.
 */
async function lockedRun(tx: Tx, kind: SearchedKind, next: readonly { id: string }[]): Promise<Text[]> {
  const locked: Text[] = await tx.query(
    `SELECT x.id, coalesce(e.segmenter_version >= $2, false) AS "isIndexed"
     FROM ${kind} x JOIN conversation c ON c.id = x.conversation_id LEFT JOIN search_entry e ON e.entry_id = x.id
     WHERE x.id = ANY($1::uuid[]) ORDER BY x.id FOR SHARE OF x, c SKIP LOCKED`,
    [next.map(({ id }) => id), SEGMENTER_VERSION],
  );
  const skipped = next.findIndex(({ id }, place) => locked[place]?.id !== id);
  return skipped < 0 ? locked : locked.slice(0, skipped);
}
