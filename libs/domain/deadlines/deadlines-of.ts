import { type ClockRun, isOpen, isPaused, type Mark } from './clock-run.js';
import type { Cause, Deadline, DeadlineOutcome, Telling } from './deadline.js';
import type { DeadlineRule } from './deadline-policy.js';
import { dueTimeOf, warningsOf } from './due-time.js';
import { nextWarningAt } from './escalation.js';
import type { Happening } from './history.js';
import { boundAt, type PolicyVersion, promiseFor } from './promise-for.js';
import { runsOf } from './runs-of.js';
import { segmentsOf } from './segments-of.js';
import type { WorkingCalendar } from './working-time.js';

/** From then on, until the next one; in order. */
export interface CalendarVersion {
  since: Date;
  calendarId: string | null;
  version: number | null;
  calendar: WorkingCalendar | null;
}

/** By department. */
export interface Versions {
  policies: ReadonlyMap<string, readonly PolicyVersion[]>;
  calendars: ReadonlyMap<string, readonly CalendarVersion[]>;
}

/**
 * The deadlines of a conversation: what its history was promised, under the newest versions that there were before each
 * ended. Replayable: the same history under the same versions gives the same, whenever it is asked.
 */
export function deadlinesOf({ conversationId, history, versions, tellings }: Account): Deadline[] {
  return runsOf(conversationId, history).flatMap((run) => deadlineOf(run, versions, tellings));
}

/** All that the deadlines of a conversation follow from. */
export interface Account {
  conversationId: string;
  history: readonly Happening[];
  versions: Versions;
  tellings: readonly Telling[];
}

/** None where nothing was promised for it. */
function deadlineOf(run: ClockRun, { policies, calendars }: Versions, tellings: readonly Telling[]): Deadline[] {
  const promised = promiseFor(run, policies);
  if (!promised) return [];
  const { by, timeline, bound, rule } = promised;
  const followed = countsWork(rule) ? (calendars.get(by) ?? []) : [];
  const calendar = boundAt(followed, run.endedAt);
  const terms = { rule, calendar: calendar?.calendar ?? null };
  const { dueAt, extendedUntil } = dueTimeOf(run, terms);
  const warnings = isOpen(run) && dueAt ? warningsOf(run, { ...terms, dueAt, shares: bound.policy.warnAt }) : [];
  return [
    {
      kind: run.kind,
      ordinal: run.ordinal,
      departmentId: run.departmentId,
      promisedBy: by,
      classCode: run.classCode,
      priority: run.priority,
      policyVersion: bound.version,
      calendarId: calendar?.calendarId ?? null,
      calendarVersion: calendar?.version ?? null,
      startedAt: run.startedAt,
      dueAt,
      endedAt: run.endedAt,
      outcome: outcomeOf(run, dueAt),
      pausedSince: isOpen(run) && isPaused(run) ? (run.pauses.at(-1)?.from ?? null) : null,
      extendedUntil,
      segments: segmentsOf(takenOver(told(run, extendedUntil), by), [
        ...changes(timeline, run, 'policy-changed'),
        ...changes(followed, run, 'calendar-changed'),
      ]),
      warnings,
      nextWarningAt: nextWarningAt(
        warnings,
        tellings.filter(({ kind, ordinal }) => kind === run.kind && ordinal === run.ordinal),
      ),
    },
  ];
}

function countsWork({ clock }: DeadlineRule): boolean {
  return clock === 'working';
}

/** Those that came while it ran. */
function changes(
  versions: readonly { since: Date; version: number | null }[],
  { countsFrom, endedAt }: ClockRun,
  code: Cause['code'],
): Mark[] {
  return versions
    .slice(1)
    .filter(({ since }) => since > countsFrom && (endedAt === null || since < endedAt))
    .map(({ since, version }) => ({ at: since, why: { code, detail: { version } } }));
}

/** What came too late to put it off is told as that. */
function told(run: ClockRun, extendedUntil: Date | null): ClockRun {
  if (!run.extension || extendedUntil) return run;
  const marks = run.marks.map(({ at, why }) => ({
    at,
    why: why.code === 'held-off' ? { ...why, code: 'held-off-too-late' as const } : why,
  }));
  return { ...run, marks };
}

/** Where the promise is not that of whoever had it before, the transfer that brought it says so. */
function takenOver(run: ClockRun, by: string): ClockRun {
  const last = run.marks.findLast(({ why }) => why.code === 'transferred');
  if (by === run.promisedBy || !last) return run;
  const why = { ...last.why, code: 'taken-over' as const };
  return { ...run, marks: run.marks.map((mark) => (mark === last ? { ...mark, why } : mark)) };
}

/** What was promised only in working time, where there is none, is neither kept nor broken. */
function outcomeOf({ endedAt, isCancelled }: ClockRun, dueAt: Date | null): DeadlineOutcome | null {
  if (endedAt === null) return null;
  if (isCancelled || dueAt === null) return 'cancelled';
  return endedAt <= dueAt ? 'met' : 'late';
}
