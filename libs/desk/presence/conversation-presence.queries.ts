import type { DataSource } from 'typeorm';
import type { Doing } from '#contracts/realtime.js';
import { prepared } from '#platform/database/prepared.js';

export interface SaidRow {
  consoleId: string;
  conversationId: string;
  officerId: string;
  doing: Doing;
  at: Date;
}

export type Whereabouts = Pick<SaidRow, 'conversationId' | 'doing'>;

const SAY = {
  name: 'presence-say',
  text: `
  WITH earlier AS (SELECT conversation_id, doing FROM conversation_presence WHERE console_id = $1),
  said AS (
    INSERT INTO conversation_presence AS p (console_id, conversation_id, officer_id, doing, since, seen_at)
    VALUES ($1, $2, $3, $4, $5, $5)
    ON CONFLICT (console_id) DO UPDATE SET conversation_id = excluded.conversation_id, doing = excluded.doing,
      since = CASE WHEN p.conversation_id = excluded.conversation_id AND p.doing = excluded.doing THEN p.since ELSE excluded.since END,
      seen_at = excluded.seen_at
  )
  SELECT conversation_id AS "conversationId", doing FROM earlier`,
};

/** Where the console was before; null where nowhere. */
export async function say(dataSource: DataSource, row: SaidRow): Promise<Whereabouts | null> {
  const values = [row.consoleId, row.conversationId, row.officerId, row.doing, row.at];
  const [earlier] = await prepared<Whereabouts>(dataSource, SAY, values);
  return earlier ?? null;
}

const LEAVE = {
  name: 'presence-leave',
  text: 'DELETE FROM conversation_presence WHERE console_id = $1 RETURNING conversation_id AS "conversationId"',
};

/** Where the console was; null where nowhere. */
export async function leave(dataSource: DataSource, consoleId: string): Promise<string | null> {
  const [row] = await prepared<{ conversationId: string }>(dataSource, LEAVE, [consoleId]);
  return row?.conversationId ?? null;
}

const EXPIRE = {
  name: 'presence-expire',
  text: 'DELETE FROM conversation_presence WHERE seen_at <= $1 RETURNING conversation_id AS "conversationId"',
};

/** Removes those that have not been heard of since; the conversations they had open. */
export async function expire(dataSource: DataSource, since: Date): Promise<Set<string>> {
  const rows = await prepared<{ conversationId: string }>(dataSource, EXPIRE, [since]);
  return new Set(rows.map((row) => row.conversationId));
}

export interface PresentRecord {
  officerId: string;
  officerName: string;
  doing: Doing;
  since: Date;
}

/** One row per officer, however many windows: writing counts before looking, and looking before having left it open. */
const PRESENT = {
  name: 'presence-of-conversation',
  text: `
  SELECT * FROM (
    SELECT DISTINCT ON (p.officer_id) p.officer_id AS "officerId", o.name AS "officerName", p.doing, p.since
    FROM conversation_presence p JOIN officer o ON o.id = p.officer_id
    WHERE p.conversation_id = $1 AND p.officer_id <> $2 AND p.seen_at > $3
    ORDER BY p.officer_id, array_position(ARRAY['drafting', 'viewing', 'idle'], p.doing), p.since
  ) present ORDER BY since, "officerId"`,
};

export function othersOn(
  dataSource: DataSource,
  { conversationId, officerId, since }: { conversationId: string; officerId: string; since: Date },
): Promise<PresentRecord[]> {
  return prepared<PresentRecord>(dataSource, PRESENT, [conversationId, officerId, since]);
}

const FACTS = {
  name: 'presence-conversation-facts',
  text: 'SELECT department_id AS "departmentId", officer_id AS "officerId" FROM conversation WHERE id = $1',
};

/** What the permission function needs to know; null where there is no such conversation. */
export async function factsOf(
  dataSource: DataSource,
  conversationId: string,
): Promise<{ departmentId: string; officerId: string | null } | null> {
  const [row] = await prepared<{ departmentId: string; officerId: string | null }>(dataSource, FACTS, [conversationId]);
  return row ?? null;
}
