import type { DeadlinePolicyInput } from '#contracts/deadlines.http.js';
import { PRIORITIES, type Priority } from '#domain/conversations/priority.js';
import {
  DEADLINE_CLOCKS,
  DEADLINE_KINDS,
  DEADLINE_UNITS,
  type DeadlineClock,
  type DeadlineKind,
  type DeadlinePolicy,
  type DeadlineUnit,
} from '#domain/deadlines/deadline-policy.js';

/** As they stand in the fields; `key` tells them apart while nothing else does. */
export interface ClassDraft {
  key: number;
  code: string;
  en: string;
  zh: string;
}

export interface RuleDraft {
  key: number;
  kind: DeadlineKind;
  /** The key of a class; null: all of them. */
  classKey: number | null;
  priority: Priority | null;
  amount: number | string;
  unit: DeadlineUnit;
  clock: DeadlineClock;
  /** Empty: no limit. */
  atLatestDays: number | string;
}

export interface PolicyDraft {
  classes: ClassDraft[];
  rules: RuleDraft[];
  holdingDays: number | string;
  /** Percentages as they are typed. */
  warnAt: string;
  nextKey: number;
}

export const LONGEST: Record<DeadlineUnit, number> = { minutes: 525_600, hours: 87_600, days: 3_650 };
export const MOST_DAYS = 3_650;
export const MOST_HOLDING_DAYS = 365;
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const CODE_LENGTH = 40;

/** `firstKey`: where another draft left off, so that no row takes over what the field of an earlier one remembers. */
export function draftOf({ classes, rules, holdingDays, warnAt }: DeadlinePolicy, firstKey = 0): PolicyDraft {
  const keyed = classes.map(({ code, name }, index) => ({ key: firstKey + index, code, ...name }));
  const keyOf = new Map(keyed.map(({ code, key }) => [code, key]));
  return {
    classes: keyed.map(({ key, code, en, zh }) => ({ key, code, en, zh })),
    rules: rules.map(({ kind, classCode, priority, amount, unit, clock, atLatestDays }, index) => ({
      key: firstKey + classes.length + index,
      kind,
      classKey: classCode === null ? null : (keyOf.get(classCode) ?? null),
      priority,
      amount,
      unit,
      clock,
      atLatestDays: atLatestDays ?? '',
    })),
    holdingDays,
    warnAt: warnAt.map((share) => String(percentOf(share))).join(', '),
    nextKey: firstKey + classes.length + rules.length,
  };
}

export const percentOf = (share: number): number => Number((share * 100).toFixed(4));

/** What is wrong, by the name of the field. */
export type DraftProblems = ReadonlyMap<string, DraftProblem>;
export type DraftProblem = 'amount' | 'days' | 'same' | 'code' | 'sameCode' | 'name' | 'holding' | 'warnAt';

export const fieldOf = (part: 'rule' | 'class', key: number, field: string): string => `${part}-${key}-${field}`;

export function problemsOf(draft: PolicyDraft): DraftProblems {
  const problems = new Map<string, DraftProblem>();
  const seen = new Set<string>();
  for (const rule of draft.rules) {
    const promised = [rule.kind, rule.classKey, rule.priority].join('/');
    if (seen.has(promised)) problems.set(fieldOf('rule', rule.key, 'kind'), 'same');
    seen.add(promised);
    if (!isWhole(rule.amount, 1, LONGEST[rule.unit])) problems.set(fieldOf('rule', rule.key, 'amount'), 'amount');
    if (rule.atLatestDays !== '' && !isWhole(rule.atLatestDays, 1, MOST_DAYS))
      problems.set(fieldOf('rule', rule.key, 'latest'), 'days');
  }
  const codes = new Set<string>();
  for (const { key, code, en, zh } of draft.classes) {
    if (!CODE.test(code) || code.length > CODE_LENGTH) problems.set(fieldOf('class', key, 'code'), 'code');
    else if (codes.has(code)) problems.set(fieldOf('class', key, 'code'), 'sameCode');
    codes.add(code);
    if (!en.trim()) problems.set(fieldOf('class', key, 'en'), 'name');
    if (!zh.trim()) problems.set(fieldOf('class', key, 'zh'), 'name');
  }
  if (!isWhole(draft.holdingDays, 0, MOST_HOLDING_DAYS)) problems.set('holding', 'holding');
  if (!sharesOf(draft.warnAt)) problems.set('warnAt', 'warnAt');
  return problems;
}

/** What is sent; only of a draft without problems. */
export function policyOf({ classes, rules, holdingDays, warnAt }: PolicyDraft): DeadlinePolicyInput {
  const codeOf = new Map(classes.map(({ key, code }) => [key, code]));
  return {
    classes: classes.map(({ code, en, zh }) => ({ code, name: { en: en.trim(), zh: zh.trim() } })),
    rules: rules.map(({ kind, classKey, priority, amount, unit, clock, atLatestDays }) => ({
      kind,
      classCode: classKey === null ? null : (codeOf.get(classKey) ?? null),
      priority,
      amount: Number(amount),
      unit,
      clock,
      atLatestDays: atLatestDays === '' ? null : Number(atLatestDays),
    })),
    holdingDays: Number(holdingDays),
    warnAt: sharesOf(warnAt) ?? [],
  };
}

/** Of a percent. */
const FINEST = 100;

/** "50, 80, 100" in any order; null where it is no list of percentages up to 100. None: nobody is warned. */
export function sharesOf(text: string): number[] | null {
  const parts = text.split(/[\s,;%，、；％]+/).filter(Boolean);
  const percents = parts.map((part) => Math.round(Number(part) * FINEST) / FINEST);
  const isRight = percents.every((percent) => percent > 0 && percent <= 100) && percents.length <= 10;
  if (!isRight) return null;
  return [...new Set(percents)].sort((a, b) => a - b).map((percent) => Math.round(percent * FINEST) / (100 * FINEST));
}

export function withRule(draft: PolicyDraft): PolicyDraft {
  const rule: RuleDraft = {
    key: draft.nextKey,
    kind: unusedKind(draft.rules),
    classKey: null,
    priority: null,
    amount: '',
    unit: 'days',
    clock: 'calendar',
    atLatestDays: '',
  };
  return { ...draft, rules: [...draft.rules, rule], nextKey: draft.nextKey + 1 };
}

export function withClass(draft: PolicyDraft): PolicyDraft {
  const added = { key: draft.nextKey, code: '', en: '', zh: '' };
  return { ...draft, classes: [...draft.classes, added], nextKey: draft.nextKey + 1 };
}

/** With the rules that are for this class only. */
export function withoutClass(draft: PolicyDraft, key: number): PolicyDraft {
  return {
    ...draft,
    classes: draft.classes.filter((one) => one.key !== key),
    rules: draft.rules.filter(({ classKey }) => classKey !== key),
  };
}

/** A code for a new class, from its English name. */
export function codeFrom(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, CODE_LENGTH).replace(/-$/, '');
}

/** What a select answers is one of these, or what it was before. */
export const choice = {
  kind: (value: string, before: DeadlineKind) => DEADLINE_KINDS.find((known) => known === value) ?? before,
  unit: (value: string, before: DeadlineUnit) => DEADLINE_UNITS.find((known) => known === value) ?? before,
  clock: (value: string, before: DeadlineClock) => DEADLINE_CLOCKS.find((known) => known === value) ?? before,
  priority: (value: string) => PRIORITIES.find((known) => known === value) ?? null,
};

function unusedKind(rules: readonly RuleDraft[]): DeadlineKind {
  const general = rules.filter(({ classKey, priority }) => classKey === null && priority === null);
  return DEADLINE_KINDS.find((kind) => !general.some((rule) => rule.kind === kind)) ?? 'answer';
}

function isWhole(value: number | string, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}
