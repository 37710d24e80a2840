import type { Tx } from '#database/transaction.js';
import type { Priority } from '#domain/conversations/priority.js';
import type { Measured, MeasuredCase } from '#domain/oversight/measurements-of.js';
import { anyIn, preparedIn } from '#platform/database/prepared.js';

/** A conversation with all that its figures are broken down by. */
export interface MeasuredConversation extends MeasuredCase {
  departmentId: string;
  timeZone: string;
  channelId: string;
  language: string;
  priority: Priority;
  classCode: string | null;
}

const CONVERSATIONS = {
  name: 'conversations-to-measure',
  text: `
  SELECT c.id, c.status, c.opened_at AS "openedAt", c.first_answered_at AS "firstAnsweredAt",
    c.department_id AS "departmentId", d.time_zone AS "timeZone", c.channel_id AS "channelId",
    lower(split_part(c.language, '-', 1)) AS language, c.priority, c.class_code AS "classCode"
  FROM conversation c JOIN department d ON d.id = c.department_id WHERE c.id = ${anyIn('$1', 'uuid')} ORDER BY c.id`,
};

export function conversationsToMeasure(tx: Tx, ids: readonly string[]): Promise<MeasuredConversation[]> {
  return preparedIn<MeasuredConversation & Record<string, unknown>>(tx, CONVERSATIONS, [ids]);
}

/** Of `measurement`. Times in ms are whole numbers. */
export interface MeasurementRow extends Omit<Measured, 'isUnanswered'> {
  conversationId: string;
  departmentId: string;
  channelId: string;
  language: string;
  priority: string;
  classCode: string | null;
  /** The local date in the department. */
  endedOn: string;
  endedHour: number;
  /** Null for what only happens, and for what was closed unanswered. */
  calendarMs: number | null;
  workingMs: number | null;
  calendarBin: number | null;
  workingBin: number | null;
}

const ROWS = {
  name: 'measurements-of-conversations',
  text: `
  SELECT conversation_id AS "conversationId", measure, ordinal, department_id AS "departmentId", channel_id AS "channelId",
    language, priority, class_code AS "classCode", officer_id AS "officerId", register, started_at AS "startedAt",
    ended_at AS "endedAt", ended_on::text AS "endedOn", ended_hour AS "endedHour", calendar_ms::float8 AS "calendarMs",
    working_ms::float8 AS "workingMs", calendar_bin AS "calendarBin", working_bin AS "workingBin", is_within AS "isWithin"
  FROM measurement WHERE conversation_id = ${anyIn('$1', 'uuid')}`,
};

export function measurementRows(tx: Tx, conversationIds: readonly string[]): Promise<MeasurementRow[]> {
  return preparedIn<MeasurementRow & Record<string, unknown>>(tx, ROWS, [conversationIds]);
}

const WRITE = {
  name: 'write-measurements',
  text: `
  INSERT INTO measurement (conversation_id, measure, ordinal, department_id, channel_id, language, priority, class_code,
    officer_id, register, started_at, ended_at, ended_on, ended_hour, calendar_ms, working_ms, calendar_bin, working_bin,
    is_within)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS t ("conversationId" uuid, measure text, ordinal int, "departmentId" uuid,
    "channelId" uuid, language text, priority text, "classCode" text, "officerId" uuid, register text,
    "startedAt" timestamptz, "endedAt" timestamptz, "endedOn" date, "endedHour" smallint, "calendarMs" bigint,
    "workingMs" bigint, "calendarBin" int, "workingBin" int, "isWithin" boolean)
  ON CONFLICT (conversation_id, measure, ordinal) DO UPDATE SET department_id = excluded.department_id,
    channel_id = excluded.channel_id, language = excluded.language, priority = excluded.priority,
    class_code = excluded.class_code, officer_id = excluded.officer_id, register = excluded.register,
    started_at = excluded.started_at, ended_at = excluded.ended_at, ended_on = excluded.ended_on,
    ended_hour = excluded.ended_hour, calendar_ms = excluded.calendar_ms, working_ms = excluded.working_ms,
    calendar_bin = excluded.calendar_bin, working_bin = excluded.working_bin, is_within = excluded.is_within`,
};

export async function writeMeasurements(tx: Tx, rows: readonly MeasurementRow[]): Promise<void> {
  if (rows.length > 0) await preparedIn(tx, WRITE, [JSON.stringify(rows)]);
}

const REMOVE = {
  name: 'remove-measurements',
  text: `
  DELETE FROM measurement m USING unnest($1::uuid[], $2::text[], $3::int[]) AS t (conversation_id, measure, ordinal)
  WHERE m.conversation_id = t.conversation_id AND m.measure = t.measure AND m.ordinal = t.ordinal`,
};

export async function removeMeasurements(tx: Tx, rows: readonly MeasurementRow[]): Promise<void> {
  if (rows.length === 0) return;
  await preparedIn(tx, REMOVE, [
    rows.map((row) => row.conversationId),
    rows.map((row) => row.measure),
    rows.map((row) => row.ordinal),
  ]);
}

const STALE = {
  name: 'mark-rollups-stale',
  text: `
  INSERT INTO stale_rollup (department_id, level, starts_on)
  SELECT DISTINCT t.department_id, level, CASE level WHEN 'day' THEN t.ended_on ELSE date_trunc('month', t.ended_on)::date END
  FROM unnest($1::uuid[], $2::date[]) AS t (department_id, ended_on) CROSS JOIN unnest(ARRAY['day', 'month']) AS level
  ORDER BY 2, 3, 1
  ON CONFLICT (level, starts_on, department_id) DO UPDATE SET times = stale_rollup.times + 1`,
};

/** The days and months on which these ended; until they are rolled up again, nobody reads their rollups. */
export async function markStale(
  tx: Tx,
  rows: readonly Pick<MeasurementRow, 'departmentId' | 'endedOn'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await preparedIn(tx, STALE, [rows.map((row) => row.departmentId), rows.map((row) => row.endedOn)]);
}

/** Whoever writes measurements or rollups is alone with it, so that no older state comes after a newer one. */
const ALONE = `SELECT pg_advisory_xact_lock(hashtext('oversight figures'))`;

export async function waitUntilAlone(tx: Tx): Promise<void> {
  await tx.query(ALONE);
}
