import { z } from 'zod';
import { DECISIONS } from '#domain/moderation/decision.lifecycle.js';
import { MODERATION_STATES } from '#domain/moderation/visibility.js';
import { instantSchema } from './paging.http.js';
import { slugSchema } from './text.js';

/** How long a message counts as open at a moderator's after the last sign of it. */
export const CLAIM_SECONDS = 30;
/** How often a console says that it still is. */
export const CLAIM_BEAT_SECONDS = 10;

export const moderationScopeSchema = z.strictObject({ department: slugSchema.optional() });

/** What waits, in the departments that the officer moderates. */
export const moderationCountsSchema = z.object({ held: z.int(), reported: z.int(), appeals: z.int() });
export type ModerationCounts = z.infer<typeof moderationCountsSchema>;

export const moderationClaimSchema = z.object({
  messageId: z.uuid(),
  officer: z.object({ id: z.uuid(), name: z.string() }),
  since: instantSchema,
  isOwn: z.boolean(),
});
export type ModerationClaim = z.infer<typeof moderationClaimSchema>;
export const moderationClaimsSchema = z.object({ items: z.array(moderationClaimSchema) });
/** `takeOver`: although somebody else has it open. */
export const holdClaimSchema = z.strictObject({ takeOver: z.boolean().default(false) });

export const moderatorSettingSchema = z.strictObject({
  /** Texts that screening warned of are covered until they are opened. */
  coversDistressing: z.boolean(),
});
export type ModeratorSetting = z.infer<typeof moderatorSettingSchema>;

/** What is known of the author of a message, of the departments that the officer moderates only. */
export const authorHistorySchema = z.object({
  posts: z.int(),
  /** Public now, or for the department by the author's choice and not kept back. */
  shown: z.int(),
  /** Hidden or rejected. */
  refused: z.int(),
  redacted: z.int(),
  waiting: z.int(),
  /** Messages that readers reported and moderators then acted on. */
  reportsUpheld: z.int(),
  /** By people, the latest first. */
  decisions: z.array(
    z.object({
      conversationId: z.uuid(),
      reference: z.string(),
      decision: z.enum(DECISIONS),
      reason: z.string(),
      state: z.enum(MODERATION_STATES),
      at: instantSchema,
    }),
  ),
});
export type AuthorHistory = z.infer<typeof authorHistorySchema>;
