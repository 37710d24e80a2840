import type { DeadlinePolicy, DeadlineRule, MessageClass } from '#domain/deadlines/deadline-policy.js';

/** What one version has that another one has not. `from` null: it is new; `to` null: it is gone. */
export type PolicyChange =
  | { what: 'rule'; from: DeadlineRule | null; to: DeadlineRule | null }
  | { what: 'class'; from: MessageClass | null; to: MessageClass | null }
  | { what: 'holding'; from: number; to: number }
  | { what: 'warnAt'; from: readonly number[]; to: readonly number[] };

/** In the order of the policy: rules, classes, the rest. */
export function changesBetween(before: DeadlinePolicy, after: DeadlinePolicy): PolicyChange[] {
  const changes: PolicyChange[] = [
    ...differences(before.rules, after.rules, { keyOf: promised, isSame: sameRule }).map(
      (change) => ({ what: 'rule', ...change }) as const,
    ),
    ...differences(before.classes, after.classes, { keyOf: ({ code }) => code, isSame: sameClass }).map(
      (change) => ({ what: 'class', ...change }) as const,
    ),
  ];
  if (before.holdingDays !== after.holdingDays)
    changes.push({ what: 'holding', from: before.holdingDays, to: after.holdingDays });
  if (before.warnAt.join() !== after.warnAt.join())
    changes.push({ what: 'warnAt', from: before.warnAt, to: after.warnAt });
  return changes;
}

interface Comparison<Thing> {
  keyOf: (thing: Thing) => string;
  isSame: (one: Thing, other: Thing) => boolean;
}

function differences<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  { keyOf, isSame }: Comparison<Thing>,
): { from: Thing | null; to: Thing | null }[] {
  const old = new Map(before.map((thing) => [keyOf(thing), thing]));
  const kept = new Set(after.map(keyOf));
  const changed = after.flatMap((to) => {
    const from = old.get(keyOf(to)) ?? null;
    return from && isSame(from, to) ? [] : [{ from, to }];
  });
  const gone = before.filter((thing) => !kept.has(keyOf(thing))).map((from) => ({ from, to: null }));
  return [...changed, ...gone];
}

const promised = ({ kind, classCode, priority }: DeadlineRule) => [kind, classCode, priority].join('/');

function sameRule(one: DeadlineRule, other: DeadlineRule): boolean {
  return (
    one.amount === other.amount &&
    one.unit === other.unit &&
    one.clock === other.clock &&
    one.atLatestDays === other.atLatestDays
  );
}

function sameClass(one: MessageClass, other: MessageClass): boolean {
  return one.name.en === other.name.en && one.name.zh === other.name.zh;
}
