import { DEFAULT_WARN_AT, type DeadlinePolicy, type DeadlineRule } from './deadline-policy.js';

const EVERYTHING = { classCode: null, priority: null } as const;

function rule(kind: DeadlineRule['kind'], within: Omit<DeadlineRule, 'kind' | 'classCode' | 'priority'>): DeadlineRule {
  return { kind, ...EVERYTHING, ...within };
}

/** Every message is answered within so many calendar hours; null: nothing is promised. */
export function plainPolicy(answerWithinHours: number | null): DeadlinePolicy {
  const within = { unit: 'hours', clock: 'calendar', atLatestDays: null } as const;
  const kinds = answerWithinHours === null ? [] : (['answer', 'next-answer'] as const);
  return {
    classes: [],
    rules: kinds.map((kind) => rule(kind, { amount: answerWithinHours ?? 0, ...within })),
    holdingDays: 0,
    warnAt: DEFAULT_WARN_AT,
  };
}

const FIVE_WORKING_DAYS = { amount: 5, unit: 'days', clock: 'working', atLatestDays: 7 } as const;

/** The rule of Nantong's government microblogs, 2011: seen within 3 hours, answered within 5 working days, at the latest 7 days. */
const nantong: DeadlinePolicy = {
  classes: [],
  rules: [
    rule('acknowledge', { amount: 3, unit: 'hours', clock: 'calendar', atLatestDays: null }),
    rule('answer', FIVE_WORKING_DAYS),
    rule('next-answer', FIVE_WORKING_DAYS),
  ],
  holdingDays: 7,
  warnAt: DEFAULT_WARN_AT,
};

const CLASSES_12345 = [
  { code: 'life', name: { en: 'Life and property', zh: '涉及生命财产安全' }, amount: 2, unit: 'hours' },
  { code: 'utilities', name: { en: 'Water, power, gas and heating', zh: '水电气热' }, amount: 24, unit: 'hours' },
  { code: 'general', name: { en: 'General', zh: '一般诉求' }, amount: 7, unit: 'days' },
  { code: 'complex', name: { en: 'Complex', zh: '复杂诉求' }, amount: 15, unit: 'days' },
] as const;

const inCalendarTime = { clock: 'calendar', atLatestDays: null } as const;

/** The classes of Beijing's hotline 12345; what is of no class is answered like a general one. */
const beijing12345: DeadlinePolicy = {
  classes: CLASSES_12345.map(({ code, name }) => ({ code, name })),
  rules: (['answer', 'next-answer'] as const).flatMap((kind) => [
    rule(kind, { amount: 7, unit: 'days', ...inCalendarTime }),
    ...CLASSES_12345.map(({ code, amount, unit }) => ({
      ...rule(kind, { amount, unit, ...inCalendarTime }),
      classCode: code,
    })),
  ]),
  holdingDays: 15,
  warnAt: DEFAULT_WARN_AT,
};

export const DEADLINE_PRESETS = { nantong, 'beijing-12345': beijing12345, plain: plainPolicy(168) };
export type DeadlinePreset = keyof typeof DEADLINE_PRESETS;
