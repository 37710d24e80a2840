import { isDatabaseAway, isUndone, type Tx } from '#database/transaction.js';
import { anyIn, preparedIn } from '#platform/database/prepared.js';
import type { Metrics } from '#platform/metrics/metrics.js';
import type { Runtime } from '#platform/runtime.js';

/** What is drawn from the record of a conversation. */
export type DerivedWork = 'deadlines' | 'figures';

export interface Failed {
  conversationId: string;
  error: unknown;
}

/**
 * Does it for all together, and where that fails for each half of them, down to the ones for which it cannot be done:
 * what those had is left as it was. Each part in a savepoint.
 */
export async function apart<Result>(
  tx: Tx,
  ids: readonly string[],
  act: (tx: Tx, ids: readonly string[]) => Promise<Result>,
): Promise<{ done: Result[]; failed: Failed[] }> {
  const [conversationId, ...others] = ids;
  if (conversationId === undefined) return { done: [], failed: [] };
  try {
    return { done: [await tx.transaction((savepoint) => act(savepoint, ids))], failed: [] };
  } catch (error) {
    if (isDatabaseAway(error) || isUndone(error)) throw error;
    if (others.length === 0) return { done: [], failed: [{ conversationId, error }] };
  }
  const middle = Math.ceil(ids.length / 2);
  const [one, other] = [await apart(tx, ids.slice(0, middle), act), await apart(tx, ids.slice(middle), act)];
  return { done: [...one.done, ...other.done], failed: [...one.failed, ...other.failed] };
}

const SET_ASIDE = {
  name: 'set-aside',
  text: `
  INSERT INTO set_aside AS s (work, conversation_id, failures, next_try_at)
  SELECT $1, id, 1, $3::timestamptz + interval '1 minute' FROM unnest($2::uuid[]) AS t (id) ORDER BY id
  ON CONFLICT (work, conversation_id) DO UPDATE SET failures = s.failures + 1,
    next_try_at = $3::timestamptz + least(interval '1 day', interval '1 minute' * 2 ^ least(s.failures, 12))
  RETURNING conversation_id AS "conversationId", failures`,
};

export interface SetAside {
  work: DerivedWork;
  failed: readonly Failed[];
  now: Date;
}

/** They are tried again after a minute, then after two, four, at last once a day. Answers those that were not set aside before. */
export async function setAside(tx: Tx, { work, failed, now }: SetAside): Promise<Failed[]> {
  if (failed.length === 0) return [];
  const ids = [...new Set(failed.map(({ conversationId }) => conversationId))];
  const rows = await preparedIn<{ conversationId: string; failures: number }>(tx, SET_ASIDE, [work, ids, now]);
  const first = new Set(rows.flatMap(({ conversationId, failures }) => (failures === 1 ? [conversationId] : [])));
  return failed.filter(({ conversationId }) => first.has(conversationId));
}

const DUE = {
  name: 'due-of-set-aside',
  text: `
  SELECT conversation_id AS "conversationId" FROM set_aside WHERE work = $1 AND next_try_at <= $2
  ORDER BY next_try_at, conversation_id LIMIT $3`,
};

/** Those whose time has come to be tried again. */
export async function dueOfSetAside(
  tx: Tx,
  { work, now, limit }: { work: DerivedWork; now: Date; limit: number },
): Promise<string[]> {
  const rows = await preparedIn<{ conversationId: string }>(tx, DUE, [work, now, limit]);
  return rows.map(({ conversationId }) => conversationId);
}

const TAKEN_UP = {
  name: 'set-aside-no-more',
  text: `DELETE FROM set_aside WHERE work = $1 AND conversation_id = ${anyIn('$2', 'uuid')}`,
};

/** It could be done for them. */
export async function takenUp(tx: Tx, work: DerivedWork, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length > 0) await preparedIn(tx, TAKEN_UP, [work, conversationIds]);
}

/** For whoever watches the desk: how many there are. */
export async function showSetAside(tx: Tx, metrics: Metrics, work: DerivedWork): Promise<void> {
  const [row]: { n: number }[] = await tx.query('SELECT count(*)::int AS n FROM set_aside WHERE work = $1', [work]);
  metrics.setAside.set({ work }, row?.n ?? 0);
}

/** Once, when it is set aside. It keeps the rows that it has until somebody has looked at why. */
export function logSetAside({ log }: Pick<Runtime, 'log'>, work: DerivedWork, failed: readonly Failed[]): void {
  for (const { conversationId, error } of failed)
    log.error({ err: error, conversationId, work }, 'what follows from the record of a conversation cannot be derived');
}
