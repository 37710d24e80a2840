import type { DataSource } from 'typeorm';

/** Every message that was acknowledged, and what became of it. */
export interface Account {
  /** Acknowledged but not stored, or stored twice. */
  lost: string[];
  doubled: string[];
  /** Conversations whose history is not exactly: received, cleared, assigned. */
  astray: { conversationId: string; history: string[] }[];
  /** Conversations with another number of assignments than one. */
  misassigned: { conversationId: string; assignments: number }[];
  undelivered: number;
}

export const IN_ORDER: Account = { lost: [], doubled: [], astray: [], misassigned: [], undelivered: 0 };

const HISTORY = ['1 message.received', '2 message.cleared', '3 conversation.assigned'];

/** What the desk says, in its own rows, about messages that each opened a conversation; equals `IN_ORDER` when all went well. */
export async function accountFor(dataSource: DataSource, acknowledged: readonly string[]): Promise<Account> {
  const stored: { externalId: string; conversationId: string; n: number }[] = await dataSource.query(
    `SELECT external_id AS "externalId", (min(conversation_id::text))::uuid AS "conversationId", count(*)::int AS n
     FROM message GROUP BY external_id`,
  );
  const histories: { conversationId: string; history: string[] }[] = await dataSource.query(
    `SELECT conversation_id AS "conversationId", array_agg(version || ' ' || type ORDER BY version, id) AS history
     FROM conversation_event WHERE conversation_id IS NOT NULL GROUP BY conversation_id`,
  );
  const assigned: { conversationId: string; assignments: number }[] = await dataSource.query(
    `SELECT c.id AS "conversationId", count(a.id)::int AS assignments
     FROM conversation c LEFT JOIN assignment a ON a.conversation_id = c.id GROUP BY c.id`,
  );
  const [outbox] = await dataSource.query('SELECT count(*)::int AS n FROM undelivered_event');
  const known = new Set(stored.map((row) => row.externalId));
  return {
    lost: acknowledged.filter((externalId) => !known.has(externalId)),
    doubled: stored.filter((row) => row.n !== 1).map((row) => row.externalId),
    astray: histories.filter(({ history }) => history.join() !== HISTORY.join()),
    misassigned: assigned.filter((row) => row.assignments !== 1),
    undelivered: outbox.n,
  };
}
