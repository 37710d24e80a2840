import { z } from 'zod';
import { PRIORITIES } from '#domain/conversations/priority.js';
import { DEADLINE_OUTCOMES, SEGMENT_CAUSES, SEGMENT_STATES } from '#domain/deadlines/deadline.js';
import { DEADLINE_CLOCKS, DEADLINE_KINDS, DEADLINE_UNITS } from '#domain/deadlines/deadline-policy.js';
import { departmentSchema, localisedSchema } from './directory.http.js';
import { instantSchema } from './paging.http.js';
import { stored } from './text.js';

const codeSchema = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower-case letters, digits and hyphens' });

const nameSchema = stored(z.string().trim().min(1).max(60));
export const messageClassSchema = z.strictObject({
  code: codeSchema,
  name: z.strictObject({ en: nameSchema, zh: nameSchema }),
});

/** Ten years in the largest unit, a year in the smallest. */
const LONGEST = { minutes: 525_600, hours: 87_600, days: 3_650 } as const;

export const deadlineRuleSchema = z
  .strictObject({
    kind: z.enum(DEADLINE_KINDS),
    classCode: codeSchema.nullable(),
    priority: z.enum(PRIORITIES).nullable(),
    amount: z.int().min(1),
    unit: z.enum(DEADLINE_UNITS),
    clock: z.enum(DEADLINE_CLOCKS),
    atLatestDays: z.int().min(1).max(3_650).nullable(),
  })
  .refine(({ amount, unit }) => amount <= LONGEST[unit], { error: 'is longer than ten years', path: ['amount'] });

export const deadlinePolicySchema = z
  .strictObject({
    classes: z.array(messageClassSchema).max(50),
    rules: z.array(deadlineRuleSchema).max(200),
    holdingDays: z.int().min(0).max(365),
    /** In order, each once; hundredths of a percent at the finest. */
    warnAt: z.array(z.number().gt(0).max(1).multipleOf(0.0001)).max(10),
  })
  .refine(({ classes }) => new Set(classes.map(({ code }) => code)).size === classes.length, {
    error: 'name each code once',
    path: ['classes'],
  })
  .refine(
    ({ classes, rules }) =>
      rules.every(({ classCode }) => !classCode || classes.some(({ code }) => code === classCode)),
    { error: 'name a class that is not among the classes', path: ['rules'] },
  )
  .refine(({ rules }) => new Set(rules.map(keyOfRule)).size === rules.length, {
    error: 'have two for the same kind, class and priority',
    path: ['rules'],
  })
  .refine(({ warnAt }) => warnAt.every((share, at) => at === 0 || share > (warnAt[at - 1] ?? 0)), {
    error: 'must ascend',
    path: ['warnAt'],
  });
export type DeadlinePolicyInput = z.infer<typeof deadlinePolicySchema>;

const keyOfRule = ({ kind, classCode, priority }: z.infer<typeof deadlineRuleSchema>) =>
  [kind, classCode, priority].join('/');

const calendarSchema = z.object({
  slug: z.string(),
  name: localisedSchema,
  version: z.int(),
  timeZone: z.string(),
});

/** `version` 0: nothing was ever promised. Of departments that answer; the newest binds what is open. */
export const deadlinePolicyViewSchema = z.object({
  department: departmentSchema,
  version: z.int().min(0),
  policy: deadlinePolicySchema,
  why: z.string().nullable(),
  changedBy: z.string().nullable(),
  changedAt: instantSchema.nullable(),
  /** What working time is; null: rules in working time promise nothing but their limit in days. */
  calendar: calendarSchema.nullable(),
  may: z.object({ change: z.boolean() }),
});
export type DeadlinePolicyView = z.infer<typeof deadlinePolicyViewSchema>;

/** The newest first. */
export const deadlinePolicyVersionsSchema = z.object({
  items: z.array(
    z.object({
      version: z.int(),
      policy: deadlinePolicySchema,
      why: z.string(),
      /** Null: laid out by the desk. */
      byName: z.string().nullable(),
      at: instantSchema,
    }),
  ),
});
export type DeadlinePolicyVersions = z.infer<typeof deadlinePolicyVersionsSchema>;

export const previewDeadlinePolicySchema = z.strictObject({ policy: deadlinePolicySchema });
export const changeDeadlinePolicySchema = z.strictObject({
  /** The one that was looked at. */
  version: z.int().min(0),
  policy: deadlinePolicySchema,
  why: stored(z.string().trim().min(1).max(500)),
});
export type ChangeDeadlinePolicy = z.infer<typeof changeDeadlinePolicySchema>;

/** What a change would do to the open deadlines that follow the policy. */
export const deadlinePreviewSchema = z.object({
  open: z.int(),
  /** Those whose time would change, those that would begin to be and those that would no longer be among them. */
  moved: z.int(),
  earlier: z.int(),
  later: z.int(),
  begun: z.int(),
  dropped: z.int(),
  /** Overdue the moment it is applied, and not before. */
  becomeOverdue: z.int(),
  noLongerOverdue: z.int(),
  /** Where too many conversations are open to look at each: of how many it was worked out. The figures are estimates then. */
  sample: z.object({ looked: z.int(), of: z.int() }).nullable(),
});
export type DeadlinePreview = z.infer<typeof deadlinePreviewSchema>;

export const deadlineSegmentSchema = z.object({
  from: instantSchema,
  /** Null: it goes on. */
  to: instantSchema.nullable(),
  /** `late`: it runs on after its time. */
  state: z.enum(SEGMENT_STATES),
  /** What began it, with what explains that: `until` of an extension, `reason`, `from` and `to` of a change, `version`. */
  why: z.object({ code: z.enum(SEGMENT_CAUSES), detail: z.record(z.string(), z.unknown()) }),
  /** Up to now where it goes on. */
  elapsedMs: z.int(),
  /** Of that, working time; null without a calendar. */
  workingMs: z.int().nullable(),
});

export const deadlineViewSchema = z.object({
  /** It is the one that is read, or one that is carried on in it. */
  conversation: z.object({ id: z.uuid(), reference: z.string() }),
  kind: z.enum(DEADLINE_KINDS),
  ordinal: z.int(),
  startedAt: instantSchema,
  /** Null while it is paused, and where a promise in working time has no calendar. */
  dueAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  outcome: z.enum(DEADLINE_OUTCOMES).nullable(),
  isOverdue: z.boolean(),
  pausedSince: instantSchema.nullable(),
  extendedUntil: instantSchema.nullable(),
  /** Whose promise it is. */
  promisedBy: localisedSchema,
  policyVersion: z.int(),
  calendar: calendarSchema.nullable(),
  /** The rule of that version which binds it; the class by name. */
  rule: z.object({
    amount: z.int(),
    unit: z.enum(DEADLINE_UNITS),
    clock: z.enum(DEADLINE_CLOCKS),
    atLatestDays: z.int().nullable(),
    class: localisedSchema.nullable(),
    priority: z.enum(PRIORITIES).nullable(),
  }),
  /** In order, without gaps, from its start. */
  segments: z.array(deadlineSegmentSchema),
});
export type DeadlineView = z.infer<typeof deadlineViewSchema>;

/** Open ones first, by what is due first. */
export const deadlineListSchema = z.object({
  items: z.array(deadlineViewSchema),
  /** Of the department that has it now: for choosing one, and for putting an answer off. */
  classes: z.array(messageClassSchema),
  holdingDays: z.int(),
});
export type DeadlineList = z.infer<typeof deadlineListSchema>;
