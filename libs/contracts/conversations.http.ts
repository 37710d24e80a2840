import { z } from 'zod';
import { CONVERSATION_STATUSES } from '#domain/conversations/conversation.lifecycle.js';
import { LETTER_STATUSES } from '#domain/letters/letter.lifecycle.js';
import { MODERATION_STATES, VISIBILITIES } from '#domain/moderation/visibility.js';
import { departmentSchema } from './directory.http.js';
import { bodySchema } from './intake.http.js';
import { findingSchema } from './moderation.http.js';
import { instantSchema } from './paging.http.js';
import { slugSchema, stored } from './text.js';

export const messageViewSchema = z.object({
  kind: z.literal('message'),
  id: z.uuid(),
  citizenName: z.string(),
  title: z.string().nullable(),
  body: z.string(),
  postedAt: instantSchema,
  receivedAt: instantSchema,
  visibility: z.enum(VISIBILITIES),
  state: z.enum(MODERATION_STATES),
  findings: z.array(findingSchema),
});
export const replyViewSchema = z.object({
  kind: z.literal('reply'),
  id: z.uuid(),
  /** Null for a reply that was imported without a name. */
  officerName: z.string().nullable(),
  body: z.string(),
  sentAt: instantSchema,
  isImported: z.boolean(),
});
export const letterInThreadSchema = z.object({
  kind: z.literal('letter'),
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  status: z.enum(LETTER_STATUSES),
  authorName: z.string(),
  at: instantSchema,
});
export const threadEntrySchema = z.discriminatedUnion('kind', [
  messageViewSchema,
  replyViewSchema,
  letterInThreadSchema,
]);
export type ThreadEntry = z.infer<typeof threadEntrySchema>;

export const assignmentReasonSchema = z.object({
  rule: z.enum(['least-loaded', 'answered-before', 'claimed', 'by-hand']),
  eligible: z.int().optional(),
  inHand: z.int().optional(),
  capacity: z.int().optional(),
  byOfficerName: z.string().optional(),
});

export const conversationViewSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  reference: z.string(),
  status: z.enum(CONVERSATION_STATUSES),
  title: z.string().nullable(),
  language: z.string(),
  channel: z.object({ slug: z.string(), name: z.string(), kind: z.string() }),
  citizen: z.object({ name: z.string() }),
  department: departmentSchema,
  assignment: z
    .object({
      officer: z.object({ id: z.uuid(), name: z.string() }),
      assignedAt: instantSchema,
      reason: assignmentReasonSchema,
    })
    .nullable(),
  openedAt: instantSchema,
  waitingSince: instantSchema.nullable(),
  answerDueAt: instantSchema.nullable(),
  firstAnsweredAt: instantSchema.nullable(),
  /** Oldest first. */
  thread: z.array(threadEntrySchema),
  /** Where the public reads it; null when it is not public. */
  publicUrl: z.string().nullable(),
  /** A reply sent now is on the public page: the conversation is, and its last message is not for the department only. */
  isReplyPublic: z.boolean(),
  /** What the caller may do now: permission and state together. */
  may: z.object({
    claim: z.boolean(),
    assign: z.boolean(),
    release: z.boolean(),
    transfer: z.boolean(),
    reply: z.boolean(),
    close: z.boolean(),
    reopen: z.boolean(),
    moderate: z.boolean(),
    writeLetter: z.boolean(),
  }),
});
export type ConversationView = z.infer<typeof conversationViewSchema>;

export const EVENT_TYPES = [
  'message.received',
  'message.cleared',
  'message.held',
  'message.hidden',
  'conversation.assigned',
  'conversation.released',
  'conversation.transferred',
  'conversation.closed',
  'conversation.reopened',
  'reply.sent',
  'letter.drafted',
  'letter.edited',
  'letter.submitted',
  'letter.returned',
  'letter.approved',
  'letter.published',
  'officer.available',
  'officer.away',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const historyEntrySchema = z.object({
  id: z.uuid(),
  type: z.enum(EVENT_TYPES),
  at: instantSchema,
  actor: z.object({ kind: z.enum(['citizen', 'officer', 'system']), name: z.string().nullable() }),
  /** Why, in words or codes that the console translates: reason, officer, from and to department, findings. */
  detail: z.record(z.string(), z.unknown()),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export const historySchema = z.object({ items: z.array(historyEntrySchema) });

/** Every verb names the version that the officer was looking at, so that nobody acts on an old screen. */
const seen = { version: z.int().min(1) };
export const claimSchema = z.object(seen);
export const assignSchema = z.object({ ...seen, officerId: z.uuid() });
export const releaseSchema = z.object(seen);
export const transferSchema = z.object({
  ...seen,
  department: slugSchema,
  note: stored(z.string().trim().max(1_000)).optional(),
});
export const closeSchema = z.object({ ...seen, reason: stored(z.string().trim().min(1).max(500)) });
export const reopenSchema = z.object(seen);
/** `replyId` is made by the console: the same one again (a double click, a retry) sends once. */
export const sendReplySchema = z.object({ ...seen, replyId: z.uuid(), body: bodySchema });

export const actedSchema = z.object({ id: z.uuid(), status: z.enum(CONVERSATION_STATUSES), version: z.int() });
export type Acted = z.infer<typeof actedSchema>;
