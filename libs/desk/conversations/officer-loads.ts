import type { Tx } from '#database/transaction.js';
import { PRIORITIES, WEIGHT } from '#domain/conversations/priority.js';
import { preparedIn } from '#platform/database/prepared.js';

export interface Load {
  /** Conversations in hand. */
  count: number;
  /** What they weigh together, by priority. */
  weight: number;
}

const WEIGHTS = PRIORITIES.map((priority) => `WHEN '${priority}' THEN ${WEIGHT[priority]}`).join(' ');

const LOADS = {
  name: 'officer-loads',
  text: `
  SELECT officer_id AS "officerId", count(*)::int AS count, sum(CASE priority ${WEIGHTS} END)::int AS weight FROM conversation
  WHERE status = 'assigned' AND snoozed_until IS NULL AND officer_id = ANY($1::uuid[]) GROUP BY officer_id`,
};

/** What officers have in hand, over all departments; what is snoozed weighs nothing, who has nothing is missing. */
export async function loadsOf(tx: Tx, officerIds: readonly string[]): Promise<Map<string, Load>> {
  const rows = await preparedIn<Load & { officerId: string }>(tx, LOADS, [officerIds]);
  return new Map(rows.map(({ officerId, count, weight }) => [officerId, { count, weight }]));
}
