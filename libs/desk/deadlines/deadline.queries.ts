import type { Deadline as DeadlineRow } from '#database/entities/deadline.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Telling } from '#domain/deadlines/deadline.js';
import { anyIn, preparedIn } from '#platform/database/prepared.js';

/** A conversation whose deadlines are derived together with those of all that is carried on in the same one. */
export interface Member {
  id: string;
  departmentId: string;
  /** Where the work is: itself, unless it is merged. */
  survivorId: string;
  answerDueAt: Date | null;
}

export const LOCK_MEMBERS = {
  name: 'lock-for-deadlines',
  text: `
  WITH survivor AS (
    SELECT DISTINCT coalesce(c.merged_into_id, c.id) AS id FROM conversation c WHERE c.id = ${anyIn('$1', 'uuid')}
  ), member AS (
    SELECT id FROM survivor
    UNION ALL SELECT part.id FROM survivor JOIN conversation part ON part.merged_into_id = survivor.id
  )
  SELECT c.id, c.department_id AS "departmentId", coalesce(c.merged_into_id, c.id) AS "survivorId", c.answer_due_at AS "answerDueAt"
  FROM conversation c WHERE c.id = ANY(ARRAY(SELECT id FROM member)) ORDER BY c.id FOR NO KEY UPDATE`,
};

/** In the order of ids, like whoever locks several. One that is merged or parted meanwhile brings a fact of its own, and is derived again. */
export function lockMembers(tx: Tx, conversationIds: readonly string[]): Promise<Member[]> {
  return preparedIn<Member & { answerDueAt: Date | null }>(tx, LOCK_MEMBERS, [conversationIds]);
}

/** Of these and all that is carried on with them, as `lockMembers` takes them; nothing is locked. */
export async function memberIds(tx: Tx, conversationIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `WITH survivor AS (
      SELECT DISTINCT coalesce(c.merged_into_id, c.id) AS id FROM conversation c WHERE c.id = ANY($1::uuid[])
    )
    SELECT id FROM survivor
    UNION SELECT part.id FROM survivor JOIN conversation part ON part.merged_into_id = survivor.id ORDER BY id`,
    [conversationIds],
  );
  return rows.map(({ id }) => id);
}

const DEADLINES = {
  name: 'deadlines-of-conversations',
  text: `
  SELECT conversation_id AS "conversationId", kind, ordinal, department_id AS "departmentId", promised_by AS "promisedBy",
    class_code AS "classCode", priority, policy_version AS "policyVersion", calendar_id AS "calendarId",
    calendar_version AS "calendarVersion", started_at AS "startedAt", due_at AS "dueAt", ended_at AS "endedAt", outcome,
    paused_since AS "pausedSince", extended_until AS "extendedUntil", segments, warnings, next_warning_at AS "nextWarningAt"
  FROM deadline WHERE conversation_id = ${anyIn('$1', 'uuid')} ORDER BY conversation_id, kind, ordinal`,
};

export function deadlineRows(tx: Tx, conversationIds: readonly string[]): Promise<DeadlineRow[]> {
  return preparedIn<DeadlineRow & Record<string, unknown>>(tx, DEADLINES, [conversationIds]);
}

const TELLINGS = {
  name: 'tellings-of-deadlines',
  text: `
  SELECT conversation_id AS "conversationId", kind, ordinal, share, at FROM deadline_warning
  WHERE conversation_id = ${anyIn('$1', 'uuid')}`,
};

/** Of which shares people were told. */
export async function tellingsOf(tx: Tx, conversationIds: readonly string[]): Promise<Map<string, Telling[]>> {
  const rows = await preparedIn<Telling & { conversationId: string }>(tx, TELLINGS, [conversationIds]);
  return Map.groupBy(rows, ({ conversationId }) => conversationId);
}

const WRITE = {
  name: 'write-deadlines',
  text: `
  INSERT INTO deadline (conversation_id, kind, ordinal, department_id, promised_by, class_code, priority, policy_version,
    calendar_id, calendar_version, started_at, due_at, ended_at, outcome, paused_since, extended_until, segments, warnings,
    next_warning_at)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS t ("conversationId" uuid, kind text, ordinal int, "departmentId" uuid,
    "promisedBy" uuid, "classCode" text, priority text, "policyVersion" int, "calendarId" uuid, "calendarVersion" int,
    "startedAt" timestamptz, "dueAt" timestamptz, "endedAt" timestamptz, outcome text, "pausedSince" timestamptz,
    "extendedUntil" timestamptz, segments jsonb, warnings jsonb, "nextWarningAt" timestamptz)
  ON CONFLICT (conversation_id, kind, ordinal) DO UPDATE SET department_id = excluded.department_id,
    promised_by = excluded.promised_by, class_code = excluded.class_code, priority = excluded.priority,
    policy_version = excluded.policy_version, calendar_id = excluded.calendar_id,
    calendar_version = excluded.calendar_version, started_at = excluded.started_at, due_at = excluded.due_at,
    ended_at = excluded.ended_at, outcome = excluded.outcome, paused_since = excluded.paused_since,
    extended_until = excluded.extended_until, segments = excluded.segments, warnings = excluded.warnings,
    next_warning_at = excluded.next_warning_at`,
};

export async function writeDeadlines(tx: Tx, rows: readonly DeadlineRow[]): Promise<void> {
  if (rows.length > 0) await preparedIn(tx, WRITE, [JSON.stringify(rows)]);
}

export type DeadlineKey = Pick<DeadlineRow, 'conversationId' | 'kind' | 'ordinal'>;

const REMOVE = {
  name: 'remove-deadlines',
  text: `
  DELETE FROM deadline d USING unnest($1::uuid[], $2::text[], $3::int[]) AS t (conversation_id, kind, ordinal)
  WHERE d.conversation_id = t.conversation_id AND d.kind = t.kind AND d.ordinal = t.ordinal`,
};

export async function removeDeadlines(tx: Tx, rows: readonly DeadlineKey[]): Promise<void> {
  if (rows.length === 0) return;
  await preparedIn(tx, REMOVE, [
    rows.map((row) => row.conversationId),
    rows.map((row) => row.kind),
    rows.map((row) => row.ordinal),
  ]);
}

const WRITE_DUE = {
  name: 'write-answer-due',
  text: `
  UPDATE conversation SET answer_due_at = t.due_at FROM unnest($1::uuid[], $2::timestamptz[]) AS t (id, due_at)
  WHERE conversation.id = t.id`,
};

/** What lists sort and warn by. Nobody's screen becomes an old one by it: the version stays. */
export async function writeAnswerDue(tx: Tx, rows: readonly Pick<Member, 'id' | 'answerDueAt'>[]): Promise<void> {
  if (rows.length === 0) return;
  await preparedIn(tx, WRITE_DUE, [rows.map(({ id }) => id), rows.map(({ answerDueAt }) => answerDueAt)]);
}

const DERIVED = { name: 'events-derived', text: `DELETE FROM underived_event WHERE event_id = ${anyIn('$1', 'uuid')}` };

/** What these events moved is worked in. */
export async function markDerived(tx: Tx, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length > 0) await preparedIn(tx, DERIVED, [eventIds]);
}
