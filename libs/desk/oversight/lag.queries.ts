import type { DataSource } from 'typeorm';
import type { Tx } from '#database/transaction.js';
import { type PreparedQuery, prepared } from '#platform/database/prepared.js';

/** What is committed and in no figure yet: on its way to be measured, or waiting for it. */
const OLDEST = `
  SELECT least((SELECT event_id FROM unmeasured_event ORDER BY event_id LIMIT 1),
    (SELECT event_id FROM undelivered_event ORDER BY event_id LIMIT 1)) AS "eventId",
    EXISTS (SELECT 1 FROM unmeasured_department WHERE department_id = ANY($1::uuid[])) AS "isHistoryBehind"`;

export interface Lag {
  asOf: Date;
  lagSeconds: number;
  isLagging: boolean;
  /** A history is measured anew: figures are those of an older calendar or promise, however young they are. */
  isHistoryBehind: boolean;
}

const MOST_LAG_SECONDS = 5;

/** How far behind figures are. While a history is measured anew no number of seconds says by how much. */
export async function lagOf(
  tx: Tx,
  { departmentIds, now }: { departmentIds: readonly string[]; now: Date },
): Promise<Lag> {
  const [row]: { eventId: string | null; isHistoryBehind: boolean }[] = await tx.query(OLDEST, [departmentIds]);
  const since = row?.eventId ? Math.min(madeAt(row.eventId), now.getTime()) : now.getTime();
  const lagSeconds = (now.getTime() - since) / 1_000;
  return {
    asOf: new Date(since),
    lagSeconds,
    isLagging: lagSeconds > MOST_LAG_SECONDS,
    isHistoryBehind: row?.isHistoryBehind ?? false,
  };
}

/** The same for what is counted at this moment: a promise that is not yet worked into the deadlines makes nothing overdue. */
const LIVE_BEHIND: PreparedQuery = {
  name: 'oversight-live-behind',
  text: `
  SELECT EXISTS (SELECT 1 FROM unmeasured_department WHERE department_id = ANY($1::uuid[])) OR EXISTS (
    SELECT 1 FROM underived_event u JOIN conversation_event e ON e.id = u.event_id
    WHERE e.conversation_id IS NULL AND e.type IN ('policy.changed', 'calendar.changed') AND e.department_id = ANY($1::uuid[])
  ) AS "isBehind"`,
};

export async function isLiveBehind(dataSource: DataSource, departmentIds: readonly string[]): Promise<boolean> {
  const [found] = await prepared<{ isBehind: boolean }>(dataSource, LIVE_BEHIND, [departmentIds]);
  return found?.isBehind ?? false;
}

/** An id of version 7 begins with the time when it was made. */
function madeAt(id: string): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16);
}
