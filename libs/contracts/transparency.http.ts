import { z } from 'zod';
import { DECISIONS } from '#domain/moderation/decision.lifecycle.js';
import { localisedSchema } from './directory.http.js';

/** How an appeal stands in public; `overtaken`: the message was decided on anew. */
export const PUBLIC_APPEALS = ['undecided', 'upheld', 'overturned', 'overtaken'] as const;

export const moderationFiguresSchema = z.object({
  received: z.int(),
  /** How often something was held, and how often by the screening alone. */
  held: z.int(),
  heldByScreening: z.int(),
  /** Hidden, covered or not taken up; null where the reason is not made public. */
  refused: z.object({
    n: z.int(),
    reasons: z.array(z.object({ reason: localisedSchema.nullable(), n: z.int() })),
  }),
  /** Of this month, and how they stand. */
  appeals: z.object({
    n: z.int(),
    undecided: z.int(),
    upheld: z.int(),
    overturned: z.int(),
    overtaken: z.int(),
  }),
  /** From being held until a moderator decided. The median is null of too few. */
  decided: z.object({ n: z.int(), medianHours: z.number().nullable() }),
});
export type ModerationFigures = z.infer<typeof moderationFiguresSchema>;

const departmentSchema = z.object({ slug: z.string(), name: localisedSchema });
export const publicDecisionSchema = z.object({
  /** A day of UTC. */
  date: z.iso.date(),
  /** Null where its month is that of too few. */
  department: departmentSchema.nullable(),
  decision: z.enum(DECISIONS),
  isAutomated: z.boolean(),
  /** Null where it is not made public. */
  reason: localisedSchema.nullable(),
  /** Null where it was not appealed. */
  appeal: z.enum(PUBLIC_APPEALS).nullable(),
});
export type PublicDecision = z.infer<typeof publicDecisionSchema>;

export const transparencySchema = z.object({
  month: z.string(),
  /** Days of UTC: from this one until before that one. The day that is not over yet is in none. */
  from: z.iso.date(),
  until: z.iso.date(),
  /** The months beside it that there is something of. */
  earlier: z.string().nullable(),
  later: z.string().nullable(),
  /** Nothing is published about fewer. */
  publishedFrom: z.int(),
  /** Null for too few. */
  desk: moderationFiguresSchema.nullable(),
  departments: z.array(departmentSchema.extend({ figures: moderationFiguresSchema.nullable() })),
  /** Newest day first; within a day in no order. */
  log: z.array(publicDecisionSchema),
  /** Where the log goes on: `?month=…&after=…`. */
  nextCursor: z.string().nullable(),
});
export type Transparency = z.infer<typeof transparencySchema>;
