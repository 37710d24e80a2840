import { z } from 'zod';
import { MODERATION_STATES } from '#domain/moderation/visibility.js';
import { localisedSchema } from './directory.http.js';
import { cursorSchema, instantSchema, limitSchema } from './paging.http.js';
import { slugSchema, stored } from './text.js';

/** What a screening phase found. Offsets are UTF-16 units into the field. */
export const findingSchema = z.object({
  phase: z.string(),
  kind: z.string(),
  field: z.enum(['title', 'body', 'name']),
  start: z.int().min(0),
  end: z.int().min(0),
});
export type FindingView = z.infer<typeof findingSchema>;

/** The texts of a message: as written, or with blocks. */
export const messageTextsSchema = z.object({ title: z.string().nullable(), body: z.string(), citizenName: z.string() });
export type MessageTextsView = z.infer<typeof messageTextsSchema>;

/** A place in what was written. */
export const redactedSpanSchema = findingSchema.pick({ field: true, start: true, end: true });
/** What was written where something is covered, and where. */
export const originalSchema = messageTextsSchema.extend({ covered: z.array(redactedSpanSchema) });

export const moderationQueueQuerySchema = z.strictObject({
  department: slugSchema.optional(),
  limit: limitSchema,
  cursor: cursorSchema,
});

export const heldMessageSchema = z.object({
  messageId: z.uuid(),
  /** How often it has been decided on: a decision names it. */
  version: z.int(),
  conversationId: z.uuid(),
  conversationVersion: z.int(),
  reference: z.string(),
  department: z.object({ id: z.uuid(), slug: z.string(), name: localisedSchema }),
  /** As written. */
  ...messageTextsSchema.shape,
  receivedAt: instantSchema,
  findings: z.array(findingSchema),
  /** What was covered before it was held again: publishing shows this. */
  redacted: messageTextsSchema.nullable(),
  /** Where; empty where nothing is. */
  covered: z.array(redactedSpanSchema),
});
export type HeldMessage = z.infer<typeof heldMessageSchema>;
export const moderationQueueSchema = z.object({ items: z.array(heldMessageSchema), nextCursor: z.string().nullable() });

const text = (longest: number) => stored(z.string().trim().max(longest));
export const reasonCodeSchema = slugSchema;
/** Why: a code of the catalogue, words to the author, and words inside the desk. */
const why = { reason: reasonCodeSchema, explanation: text(1_000).optional(), note: text(1_000).optional() };

const decided = {
  messageId: z.uuid(),
  /** The version of the message that the moderator was looking at. */
  version: z.int().min(0),
  /** Made by the console: the same one again (a double click, a retry) decides once. */
  decisionId: z.uuid().optional(),
  ...why,
};

export const moderationDecisionSchema = z.discriminatedUnion('decision', [
  z.strictObject({ ...decided, decision: z.literal('publish') }),
  z.strictObject({ ...decided, decision: z.literal('hold') }),
  /** In UTF-16 units of what was written; everything that is to be covered, also what was before. */
  z.strictObject({
    ...decided,
    decision: z.literal('redact'),
    spans: z.array(redactedSpanSchema).min(1).max(500),
  }),
  z.strictObject({ ...decided, decision: z.literal('hide') }),
  z.strictObject({ ...decided, decision: z.literal('reject') }),
  z.strictObject({ ...decided, decision: z.literal('restore') }),
]);
export type ModerationDecisionInput = z.infer<typeof moderationDecisionSchema>;

export const moderationDecidedSchema = z.object({
  decisionId: z.uuid(),
  conversationId: z.uuid(),
  /** Of the conversation. */
  version: z.int(),
  state: z.enum(MODERATION_STATES),
});
export type ModerationDecided = z.infer<typeof moderationDecidedSchema>;

/** The look of somebody whose work it is not: it is recorded with why. */
export const openOriginalSchema = z.strictObject({ why: stored(z.string().trim().min(1).max(500)) });

export const proposeHidingSchema = z.strictObject({
  /** Made by the console: the same one again proposes once. */
  id: z.uuid(),
  conversationId: z.uuid(),
  /** The version of the conversation that the moderator was looking at. */
  version: z.int().min(1),
  /** Whether its messages are held until another moderator decides. */
  hold: z.boolean().default(false),
  ...why,
});
export const decideHidingSchema = z.strictObject({ version: z.int().min(1), note: text(1_000).optional() });
export const showAgainSchema = z.strictObject({ version: z.int().min(1), ...why });

export const hideProposalsQuerySchema = z.strictObject({
  department: slugSchema.optional(),
  /** Also those that were confirmed and are hidden still. */
  hidden: z.stringbool().default(false),
});
export const hideProposalSchema = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  conversationVersion: z.int(),
  reference: z.string(),
  department: z.object({ id: z.uuid(), slug: z.string(), name: localisedSchema }),
  title: z.string().nullable(),
  excerpt: z.string(),
  reason: z.object({ code: z.string(), wording: localisedSchema }),
  explanation: z.string().nullable(),
  note: z.string().nullable(),
  isHeld: z.boolean(),
  proposedBy: z.string(),
  proposedAt: instantSchema,
  /** By the caller: somebody else has to confirm it. */
  isOwn: z.boolean(),
  isConfirmed: z.boolean(),
});
export type HideProposalView = z.infer<typeof hideProposalSchema>;
export const hideProposalsSchema = z.object({ items: z.array(hideProposalSchema) });
export const hidingSchema = z.object({ proposalId: z.uuid(), conversationId: z.uuid(), version: z.int() });
export type Hiding = z.infer<typeof hidingSchema>;
