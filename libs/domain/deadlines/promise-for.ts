import type { ClockRun } from './clock-run.js';
import { type DeadlinePolicy, type DeadlineRule, ruleFor } from './deadline-policy.js';

/** From then on, until the next one; in order. */
export interface PolicyVersion {
  version: number;
  policy: DeadlinePolicy;
  createdAt: Date;
}

type Since = PolicyVersion & { since: Date };

/** What binds a run. */
export interface Promised {
  by: string;
  timeline: readonly Since[];
  bound: Since;
  rule: DeadlineRule;
}

/**
 * Whose promise a run follows: of whoever gave it, also after a transfer that kept it. Where that department promises
 * nothing for it, the one that has it now does, from the same start; and a class that only the latter knows binds by
 * its rule for that class. What was promised before it ended goes before what was promised later. Null: nothing was.
 */
export function promiseFor(run: ClockRun, policies: ReadonlyMap<string, readonly PolicyVersion[]>): Promised | null {
  return chosen(run, policies, newestBefore) ?? chosen(run, policies, boundAt);
}

/** The newest that there was before it ended; what ended before there was any is measured by the first. */
export function boundAt<V extends { since: Date }>(versions: readonly V[], endedAt: Date | null): V | undefined {
  return newestBefore(versions, endedAt) ?? versions[0];
}

function newestBefore<V extends { since: Date }>(versions: readonly V[], endedAt: Date | null): V | undefined {
  return endedAt === null ? versions.at(-1) : versions.findLast(({ since }) => since < endedAt);
}

function chosen(
  run: ClockRun,
  policies: ReadonlyMap<string, readonly PolicyVersion[]>,
  bind: typeof boundAt,
): Promised | null {
  const given = promiseOf(run.promisedBy);
  const here = run.departmentId === run.promisedBy ? null : promiseOf(run.departmentId);
  const isOfHere = here?.rule && here.rule.classCode !== null && !knows(given?.bound.policy, run.classCode);
  return [isOfHere ? here : null, given, here].map(whole).find((promised) => promised !== null) ?? null;

  function promiseOf(by: string) {
    const timeline = (policies.get(by) ?? []).map((one) => ({ ...one, since: one.createdAt }));
    const bound = bind(timeline, run.endedAt);
    return bound ? { by, timeline, bound, rule: ruleFor(bound.policy, run) } : null;
  }
}

function knows(policy: DeadlinePolicy | undefined, classCode: string | null): boolean {
  return policy?.classes.some(({ code }) => code === classCode) ?? false;
}

function whole(promise: (Omit<Promised, 'rule'> & { rule: DeadlineRule | null }) | null): Promised | null {
  return promise?.rule ? { ...promise, rule: promise.rule } : null;
}
