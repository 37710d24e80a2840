import type { Tx } from '#database/transaction.js';
import type { Versions } from '#domain/deadlines/deadlines-of.js';
import { type Records, textIn } from '#domain/deadlines/history.js';
import { calendarTimelines } from './calendar-versions.queries.js';
import { policyVersions } from './deadline-policies.queries.js';

/** The versions of all departments in which these conversations ever were, and of some more. */
export async function versionsFor(tx: Tx, records: Records, more: readonly string[] = []): Promise<Versions> {
  return versionsOf(tx, [...new Set([...departmentsIn(records), ...more])]);
}

/** All departments in which these conversations ever were. */
export function departmentsIn(records: Records): string[] {
  const facts = [...records.values()].flat();
  const ids = facts.flatMap((fact) => [
    ...(fact.departmentId ? [fact.departmentId] : []),
    ...['fromDepartmentId', 'toDepartmentId'].flatMap((key) => textIn(fact, key)),
  ]);
  return [...new Set(ids)];
}

export async function versionsOf(tx: Tx, departmentIds: readonly string[]): Promise<Versions> {
  const policies = await policyVersions(tx, departmentIds);
  return { policies, calendars: await calendarTimelines(tx, departmentIds) };
}
