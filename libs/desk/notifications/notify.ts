import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#database/transaction.js';
import { USUAL_DIGEST, USUAL_WAYS } from '#domain/notifications/notification-kinds.js';
import { concernsSupervisors, type Telling, type ToldFact, whoIsTold } from '#domain/notifications/who-is-told.js';
import { preparedIn } from '#platform/database/prepared.js';

interface EventRecord {
  id: string;
  type: string;
  conversationId: string | null;
  departmentId: string | null;
  actorKind: ToldFact['actor']['kind'];
  actorId: string | null;
  payload: Record<string, unknown>;
  at: Date;
}

const EVENTS = {
  name: 'events-to-tell',
  text: `
  SELECT id, type, conversation_id AS "conversationId", department_id AS "departmentId", actor_kind AS "actorKind",
    actor_id AS "actorId", payload, at
  FROM conversation_event WHERE id = ANY($1::uuid[]) ORDER BY id`,
};

/**
 * One event tells one officer once, however often its job runs. Lines of a conversation gather in one until it is read;
 * a mention stands alone, so that nothing that happens later covers it. What came late does not name the line.
 */
const TELL = {
  name: 'tell-officer',
  text: `
  WITH fresh AS (
    INSERT INTO notification_source (event_id, officer_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING officer_id
  ), told AS (
    SELECT fresh.officer_id, coalesce(s.mail, $10) AND coalesce(d.is_on, $11) AS mail, coalesce(d.after_minutes, $12) AS after_minutes
    FROM fresh
    LEFT JOIN notification_setting s ON s.officer_id = fresh.officer_id AND s.kind = $3
    LEFT JOIN digest_setting d ON d.officer_id = fresh.officer_id
    WHERE coalesce(s.in_app, $9)
  )
  INSERT INTO notification AS line
    (id, officer_id, kind, kinds, count, conversation_id, bulk_id, actor_kind, actor_id, at, mail_due_at)
  SELECT $4, officer_id, $3, ARRAY[$3], 1, $5::uuid, $6::uuid, $7, $8::uuid, $13::timestamptz,
    CASE WHEN mail THEN $13::timestamptz + make_interval(mins => after_minutes) END
  FROM told
  ON CONFLICT (officer_id, conversation_id) WHERE read_at IS NULL AND kind <> 'mentioned' DO UPDATE SET
    kind = CASE WHEN excluded.at >= line.at THEN excluded.kind ELSE line.kind END,
    kinds = CASE WHEN excluded.kind = ANY(line.kinds) THEN line.kinds ELSE line.kinds || excluded.kind END,
    count = line.count + 1,
    actor_kind = CASE WHEN excluded.at >= line.at THEN excluded.actor_kind ELSE line.actor_kind END,
    actor_id = CASE WHEN excluded.at >= line.at THEN excluded.actor_id ELSE line.actor_id END,
    at = greatest(excluded.at, line.at),
    mail_due_at = coalesce(line.mail_due_at, excluded.mail_due_at)
  RETURNING officer_id AS "officerId"`,
};

const TOLD = { name: 'events-told', text: 'DELETE FROM untold_event WHERE event_id = ANY($1::uuid[])' };

/** Writes what the events mean for officers in person. Returns who has something new. */
export async function notify(tx: Tx, eventIds: readonly string[]): Promise<string[]> {
  const events = await preparedIn<EventRecord>(tx, EVENTS, [eventIds]);
  const values: unknown[][] = [];
  for (const event of events) {
    for (const telling of await tellingsOf(tx, event)) values.push(valuesOf(event, telling));
  }
  const [told] = await Promise.all([
    Promise.all(values.map((one) => preparedIn<{ officerId: string }>(tx, TELL, one))),
    preparedIn(tx, TOLD, [eventIds]),
  ]);
  return [...new Set(told.flat().map(({ officerId }) => officerId))];
}

async function tellingsOf(
  tx: Tx,
  { actorKind, actorId, type, payload, departmentId }: EventRecord,
): Promise<Telling[]> {
  const supervisorIds = concernsSupervisors(type) && departmentId ? await supervisorsOf(tx, departmentId) : [];
  return whoIsTold({ type, payload, actor: { kind: actorKind, id: actorId } }, supervisorIds);
}

async function supervisorsOf(tx: EntityManager, departmentId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT o.id FROM officer o JOIN role_grant g ON g.officer_id = o.id
     WHERE o.is_active AND g.role = 'supervisor' AND g.department_id = $1`,
    [departmentId],
  );
  return rows.map((row) => row.id);
}

function valuesOf(event: EventRecord, { officerId, kind }: Telling): unknown[] {
  const usual = USUAL_WAYS[kind];
  const bulkId = typeof event.payload.bulkId === 'string' ? event.payload.bulkId : null;
  return [
    event.id,
    officerId,
    kind,
    uuidv7(),
    event.conversationId,
    bulkId,
    event.actorKind,
    event.actorId,
    usual.inApp,
    usual.mail,
    USUAL_DIGEST.isOn,
    USUAL_DIGEST.afterMinutes,
    event.at,
  ];
}
