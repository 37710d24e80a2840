import type { DeadlineList, DeadlineView } from '#contracts/deadlines.http.js';
import type { Localised } from '#contracts/directory.http.js';
import type { Deadline } from '#domain/deadlines/deadline.js';
import { type DeadlinePolicy, type DeadlineRule, ruleFor } from '#domain/deadlines/deadline-policy.js';
import type { Versions } from '#domain/deadlines/deadlines-of.js';
import { type ExplainedSegment, explained, isOverdue } from '#domain/deadlines/explained.js';
import { type CalendarFacts, calendarView } from './deadline-policy.view.js';

export interface DeadlineOfPart extends Deadline {
  part: { id: string; reference: string };
}

interface Known {
  versions: Versions;
  calendars: readonly (CalendarFacts & { id: string })[];
  departments: ReadonlyMap<string, Localised>;
  /** Of the department that has the conversation now. */
  inForce: DeadlinePolicy | null;
  now: Date;
}

export function deadlineListView(deadlines: readonly DeadlineOfPart[], known: Known): DeadlineList {
  return {
    items: [...deadlines].sort(byUrgency).flatMap((deadline) => deadlineView(deadline, known)),
    classes: (known.inForce?.classes ?? []).map(({ code, name }) => ({ code, name: { en: name.en, zh: name.zh } })),
    holdingDays: known.inForce?.holdingDays ?? 0,
  };
}

function deadlineView(deadline: DeadlineOfPart, known: Known): DeadlineView[] {
  const { versions, calendars, departments, now } = known;
  const bound = versions.policies.get(deadline.promisedBy)?.find(({ version }) => version === deadline.policyVersion);
  const rule = bound && ruleFor(bound.policy, deadline);
  const promisedBy = departments.get(deadline.promisedBy);
  if (!bound || !rule || !promisedBy) return [];
  const { calendarId, calendarVersion } = deadline;
  const calendar = calendars.find(({ id, version }) => id === calendarId && version === calendarVersion);
  const working = versions.calendars
    .get(deadline.promisedBy)
    ?.find((one) => one.calendarId === calendarId && one.version === calendarVersion);
  return [
    {
      conversation: { id: deadline.part.id, reference: deadline.part.reference },
      kind: deadline.kind,
      ordinal: deadline.ordinal,
      startedAt: deadline.startedAt.toISOString(),
      dueAt: deadline.dueAt?.toISOString() ?? null,
      endedAt: deadline.endedAt?.toISOString() ?? null,
      outcome: deadline.outcome,
      isOverdue: isOverdue(deadline, now),
      pausedSince: deadline.pausedSince?.toISOString() ?? null,
      extendedUntil: deadline.extendedUntil?.toISOString() ?? null,
      promisedBy: { en: promisedBy.en, zh: promisedBy.zh },
      policyVersion: deadline.policyVersion,
      calendar: calendar ? calendarView(calendar) : null,
      rule: ruleView(rule, bound.policy),
      segments: explained(deadline, { calendar: working?.calendar ?? null, now }).map((segment) =>
        segmentView(segment, departments),
      ),
    },
  ];
}

function ruleView(
  { amount, unit, clock, atLatestDays, classCode, priority }: DeadlineRule,
  { classes }: DeadlinePolicy,
) {
  const named = classes.find(({ code }) => code === classCode);
  return {
    amount,
    unit,
    clock,
    atLatestDays,
    class: named ? { en: named.name.en, zh: named.name.zh } : null,
    priority,
  };
}

function segmentView(
  { from, to, state, why, elapsedMs, workingMs }: ExplainedSegment,
  departments: Known['departments'],
) {
  return {
    from: from.toISOString(),
    to: to?.toISOString() ?? null,
    state,
    why: { code: why.code, detail: withNames(why.detail, departments) },
    elapsedMs,
    workingMs,
  };
}

/** Ids of departments become what they are called. */
function withNames(detail: Record<string, unknown>, departments: Known['departments']): Record<string, unknown> {
  const { fromDepartmentId, toDepartmentId, ...rest } = detail;
  const [from, to] = [fromDepartmentId, toDepartmentId].map((id) => departments.get(String(id)));
  return { ...rest, ...(from && { fromDepartment: from }), ...(to && { toDepartment: to }) };
}

/** Open ones first, by what is due first; then what ended last. */
function byUrgency(one: DeadlineOfPart, other: DeadlineOfPart): number {
  if (!one.endedAt || !other.endedAt) {
    if (one.endedAt) return 1;
    if (other.endedAt) return -1;
    return (
      (one.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) - (other.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) || 0
    );
  }
  return other.endedAt.getTime() - one.endedAt.getTime();
}
