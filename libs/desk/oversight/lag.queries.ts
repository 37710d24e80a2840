import type { Tx } from '#database/transaction.js';

/** What is committed and in no figure yet: on its way to be measured, or waiting for it. */
const OLDEST = `
  SELECT least((SELECT event_id FROM unmeasured_event ORDER BY event_id LIMIT 1),
    (SELECT event_id FROM undelivered_event ORDER BY event_id LIMIT 1)) AS "eventId",
    EXISTS (SELECT 1 FROM unmeasured_department WHERE department_id = ANY($1::uuid[])) AS "isHistoryBehind"`;

export interface Lag {
  asOf: Date;
  lagSeconds: number;
  isLagging: boolean;
}

const MOST_LAG_SECONDS = 5;

/** How far behind figures are. While a history is measured anew they are behind whatever its age. */
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
    isLagging: lagSeconds > MOST_LAG_SECONDS || (row?.isHistoryBehind ?? false),
  };
}

/** An id of version 7 begins with the time when it was made. */
function madeAt(id: string): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16);
}
