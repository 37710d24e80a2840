import { z } from 'zod';
import { STANDINGS } from '#domain/moderation/author-standing.js';
import { FINDING_KINDS, SCREENING_NOTES } from '#domain/moderation/finding-kinds.js';
import { LOOK_MODES } from '#domain/moderation/screening-policy.js';
import { VERDICTS } from '#domain/moderation/verdict.js';
import { departmentSchema } from './directory.http.js';
import { findingSchema } from './moderation.http.js';
import { instantSchema } from './paging.http.js';
import { slugSchema, stored } from './text.js';

/** What is kept of a message's screening; checked when it is read, since old versions wrote it too. */
export const screeningRecordSchema = z.object({
  verdict: z.enum(VERDICTS),
  findings: z.array(findingSchema),
  notes: z.array(z.enum(SCREENING_NOTES)),
  isAlarm: z.boolean(),
  policy: z.object({ desk: z.int(), department: z.int().nullable() }),
});

export const WORDS_LIMIT = 500;
export const WORD_LENGTH_LIMIT = 60;

const scoreSchema = z.number().min(0).max(1).nullable();
const ruleSchema = z
  .strictObject({ kind: z.enum(FINDING_KINDS), holdFrom: scoreSchema, rejectFrom: scoreSchema })
  .refine(({ holdFrom, rejectFrom }) => rejectFrom === null || holdFrom === null || holdFrom <= rejectFrom, {
    path: ['holdFrom'],
    error: 'must not be higher than the score that rejects',
  });
const wordSchema = stored(z.string().trim().min(1).max(WORD_LENGTH_LIMIT));
const wordListsSchema = z.strictObject({
  zh: z.array(wordSchema).max(WORDS_LIMIT),
  en: z.array(wordSchema).max(WORDS_LIMIT),
});
const helplineSchema = stored(z.string().trim().min(1).max(500));

export const screeningPolicySchema = z.strictObject({
  rules: z
    .array(ruleSchema)
    .max(FINDING_KINDS.length)
    .refine((rules) => new Set(rules.map(({ kind }) => kind)).size === rules.length, {
      error: 'must name each kind once',
    }),
  channels: z.array(z.strictObject({ channel: slugSchema, look: z.enum(LOOK_MODES) })).max(100),
  lookFirstAt: z.array(z.enum(STANDINGS)).max(STANDINGS.length),
  blockedWords: wordListsSchema,
  suspectWords: wordListsSchema,
  helpline: z.strictObject({ en: helplineSchema, zh: helplineSchema }),
});
export type ScreeningPolicyInput = z.infer<typeof screeningPolicySchema>;

const whySchema = stored(z.string().trim().min(1).max(500));

/** `version`: that the change was made from; 0 where there is none yet. */
export const changeScreeningPolicySchema = z.strictObject({
  version: z.int().min(0),
  policy: screeningPolicySchema,
  why: whySchema,
});
export type ChangeScreeningPolicy = z.infer<typeof changeScreeningPolicySchema>;

export const screeningPolicyViewSchema = z.object({
  /** Null: the desk's own, which holds where a department has none. */
  department: departmentSchema.nullable(),
  /** 0: it has none of its own; `policy` is then what it would begin with. */
  version: z.int(),
  policy: screeningPolicySchema,
  why: z.string().nullable(),
  changedBy: z.string().nullable(),
  changedAt: instantSchema.nullable(),
  /** Every channel of the desk, for the choice of who is looked at first. */
  channels: z.array(z.object({ slug: z.string(), name: z.string() })),
  may: z.object({ change: z.boolean() }),
});
export type ScreeningPolicyView = z.infer<typeof screeningPolicyViewSchema>;

export const screeningPolicyVersionsSchema = z.object({
  items: z.array(
    z.object({
      version: z.int(),
      policy: screeningPolicySchema,
      why: z.string(),
      byName: z.string().nullable(),
      at: instantSchema,
    }),
  ),
});
export type ScreeningPolicyVersions = z.infer<typeof screeningPolicyVersionsSchema>;

/** A text to look at; nothing of it is kept. With a policy: as that one would judge it, applied or not. */
export const tryScreeningSchema = z.strictObject({
  title: z.string().max(500).nullable().default(null),
  body: z.string().min(1).max(10_000),
  channel: slugSchema.nullable().default(null),
  standing: z.enum(STANDINGS).default('new'),
  policy: screeningPolicySchema.optional(),
});
export type TryScreening = z.infer<typeof tryScreeningSchema>;

export const triedScreeningSchema = z.object({
  verdict: z.enum(VERDICTS),
  findings: z.array(findingSchema),
  /** The kinds that made it so. */
  because: z.array(z.string()),
  first: z.enum(['channel', 'author']).nullable(),
  isAlarm: z.boolean(),
});
export type TriedScreening = z.infer<typeof triedScreeningSchema>;
