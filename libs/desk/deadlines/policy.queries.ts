import type { Tx } from '#database/transaction.js';
import type { CalendarFacts, NamedVersion } from './deadline-policy.view.js';

const VERSIONS = `
  SELECT v.department_id AS "departmentId", v.version, v.policy, v.why, v.created_by AS "createdBy", v.created_at AS "createdAt",
    o.name AS "byName"
  FROM deadline_policy_version v LEFT JOIN officer o ON o.id = v.created_by
  WHERE v.department_id = $1 ORDER BY v.version DESC LIMIT $2`;

/** The newest first. */
export function namedVersions(
  tx: Tx,
  { departmentId, limit }: { departmentId: string; limit: number },
): Promise<NamedVersion[]> {
  return tx.query(VERSIONS, [departmentId, limit]);
}

/** The calendar that a department follows, in its newest version. */
export async function calendarOf(tx: Tx, departmentId: string): Promise<CalendarFacts | null> {
  const [calendar]: CalendarFacts[] = await tx.query(
    `SELECT c.slug, c.name_en AS "nameEn", c.name_zh AS "nameZh", v.version, v.time_zone AS "timeZone"
     FROM department d JOIN calendar c ON c.id = d.calendar_id
     JOIN calendar_version v ON v.calendar_id = c.id AND v.version = c.version WHERE d.id = $1`,
    [departmentId],
  );
  return calendar ?? null;
}

const CALENDARS = `
  SELECT c.id, c.slug, c.name_en AS "nameEn", c.name_zh AS "nameZh", v.version, v.time_zone AS "timeZone"
  FROM unnest($1::uuid[], $2::int[]) AS wanted (id, version)
  JOIN calendar c ON c.id = wanted.id JOIN calendar_version v ON v.calendar_id = c.id AND v.version = wanted.version`;

export function calendarsNamed(
  tx: Tx,
  wanted: readonly { calendarId: string; calendarVersion: number }[],
): Promise<(CalendarFacts & { id: string })[]> {
  return tx.query(CALENDARS, [
    wanted.map(({ calendarId }) => calendarId),
    wanted.map(({ calendarVersion }) => calendarVersion),
  ]);
}

export async function departmentNames(
  tx: Tx,
  departmentIds: readonly string[],
): Promise<Map<string, { en: string; zh: string }>> {
  const rows: { id: string; en: string; zh: string }[] = await tx.query(
    'SELECT id, name_en AS en, name_zh AS zh FROM department WHERE id = ANY($1::uuid[])',
    [departmentIds],
  );
  return new Map(rows.map(({ id, en, zh }) => [id, { en, zh }]));
}
