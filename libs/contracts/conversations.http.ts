import { z } from 'zod';
import { ASSIGNMENT_RULES } from '#domain/assignment/assignment-reason.js';
import { TAKEN_BACK } from '#domain/assignment/taken-back.js';
import { CONVERSATION_STATUSES } from '#domain/conversations/conversation.lifecycle.js';
import { LETTER_STATUSES } from '#domain/letters/letter.lifecycle.js';
import { MODERATION_STATES, VISIBILITIES } from '#domain/moderation/visibility.js';
import { HOLDING_OBSTACLES } from '#domain/replies/holding.js';
import { REPLY_KINDS } from '#domain/replies/reply-kind.js';
import { departmentSchema, localisedSchema } from './directory.http.js';
import { findingSchema, messageScreeningSchema, originalSchema } from './moderation.http.js';
import { noteViewSchema } from './notes.http.js';
import { instantSchema } from './paging.http.js';
import { slugSchema, stored } from './text.js';
import { labelledSchema } from './triage.http.js';

/** Another conversation to which this was written; null for the one that is read. */
const originSchema = z.object({ id: z.uuid(), reference: z.string() }).nullable();

export const messageViewSchema = z.object({
  kind: z.literal('message'),
  id: z.uuid(),
  origin: originSchema,
  citizenName: z.string(),
  title: z.string().nullable(),
  body: z.string(),
  postedAt: instantSchema,
  receivedAt: instantSchema,
  visibility: z.enum(VISIBILITIES),
  state: z.enum(MODERATION_STATES),
  /** How often it has been decided on: a decision names it. */
  version: z.int(),
  /** Something of it is covered. */
  isSealed: z.boolean(),
  /** What was written, where something is covered; null for who may not see it. */
  original: originalSchema.nullable(),
  findings: z.array(findingSchema),
  screening: messageScreeningSchema.nullable(),
});
export const replyViewSchema = z.object({
  kind: z.literal('reply'),
  id: z.uuid(),
  origin: originSchema,
  /** Null for a reply that was imported without a name. */
  officerName: z.string().nullable(),
  replyKind: z.enum(REPLY_KINDS),
  body: z.string(),
  /** Of a holding reply: what was promised instead, and why; the citizen reads both. */
  holding: z.object({ until: instantSchema, reason: z.string() }).nullable(),
  /** `waiting`: it has not left yet, and can be taken back. */
  state: z.enum(['waiting', 'sent']),
  /** Counts up with each correction. */
  version: z.int(),
  /** When it left; while it waits, when it is to leave. */
  sentAt: instantSchema,
  /** How long it still waits, by the desk's clock; null once it has left. */
  leavesInMs: z.int().nullable(),
  /** It could not leave, again and again; the desk goes on trying. */
  isStuck: z.boolean(),
  isImported: z.boolean(),
  /** Oldest first, each with the text that it replaced. */
  corrections: z.array(
    z.object({
      at: instantSchema,
      reason: z.string(),
      officerName: z.string(),
      earlierBody: z.string(),
      earlierHoldingReason: z.string().nullable(),
      isEarlierWithheld: z.boolean(),
    }),
  ),
  /** Sent by the caller. */
  isOwn: z.boolean(),
  may: z.object({ takeBack: z.boolean(), correct: z.boolean() }),
});
export const letterInThreadSchema = z.object({
  kind: z.literal('letter'),
  id: z.uuid(),
  origin: originSchema,
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
  noteViewSchema,
]);
export type ThreadEntry = z.infer<typeof threadEntrySchema>;

export const assignmentReasonSchema = z.object({
  rule: z.enum(ASSIGNMENT_RULES),
  eligible: z.int().optional(),
  /** In normal conversations: an urgent one counts as two, a low one as half. */
  inHand: z.number().optional(),
  capacity: z.int().optional(),
  language: z.object({ tag: z.string(), isSpoken: z.boolean() }).optional(),
  skills: z.array(z.string()).optional(),
  standInForName: z.string().optional(),
  takenBackFromName: z.string().optional(),
  takenBackBecause: z.enum(TAKEN_BACK).optional(),
  byOfficerName: z.string().optional(),
});

export const conversationViewSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  reference: z.string(),
  status: z.enum(CONVERSATION_STATUSES),
  title: z.string().nullable(),
  language: z.string(),
  channel: z.object({
    slug: z.string(),
    name: z.string(),
    kind: z.string(),
    /** The longest reply in characters as people count them; null: any. */
    replyLimit: z.int().nullable(),
  }),
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
  /** Of its department's classes of messages, which may have promises of their own; null: of none. */
  classCode: z.string().nullable(),
  /** When a person first took notice: by taking it, writing, handing it on, or saying so. */
  acknowledgedAt: instantSchema.nullable(),
  /** Whether a holding reply can be sent, and what the last day is that it can name. */
  holding: z.object({ obstacle: z.enum(HOLDING_OBSTACLES).nullable(), latest: instantSchema }),
  ...labelledSchema.shape,
  /** Oldest first. */
  thread: z.array(threadEntrySchema),
  /** What came last, in the order in which the desk had it; a send names it as read. */
  lastEntryId: z.uuid().nullable(),
  /** The conversation in which this one is carried on. */
  mergedInto: z.object({ id: z.uuid(), reference: z.string() }).nullable(),
  /** How many are carried on in this one: a reply goes to their citizens too. */
  mergedParts: z.int(),
  /** What the department that had it before gave along; until it is answered. */
  handover: z
    .object({
      note: z.string().nullable(),
      officerName: z.string(),
      fromDepartment: localisedSchema,
      isClockRestarted: z.boolean(),
      clockReason: z.string().nullable(),
      at: instantSchema,
    })
    .nullable(),
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
    restartClock: z.boolean(),
    merge: z.boolean(),
    unmerge: z.boolean(),
    split: z.boolean(),
    reply: z.boolean(),
    /** Reply with a question, or with a holding reply. */
    ask: z.boolean(),
    putOff: z.boolean(),
    acknowledge: z.boolean(),
    /** Write a reply and have it kept; it is sent by whoever has the conversation. */
    draft: z.boolean(),
    close: z.boolean(),
    reopen: z.boolean(),
    /** Tags and priority. */
    label: z.boolean(),
    snooze: z.boolean(),
    moderate: z.boolean(),
    /** See what is covered, by saying why; it is recorded. */
    openOriginal: z.boolean(),
    writeLetter: z.boolean(),
  }),
});
export type ConversationView = z.infer<typeof conversationViewSchema>;

export const EVENT_TYPES = [
  'message.received',
  'message.cleared',
  'message.held',
  'message.hidden',
  'message.redacted',
  'message.rejected',
  'message.restored',
  'message.reported',
  'message.reports-dismissed',
  'reporter.muted',
  'reporter.unmuted',
  'original.opened',
  'conversation.hide-proposed',
  'conversation.hide-declined',
  'conversation.hidden',
  'conversation.shown',
  'appeal.lodged',
  'appeal.asked',
  'appeal.answered',
  'appeal.decided',
  'conversation.assigned',
  'conversation.released',
  'conversation.transferred',
  'conversation.merged',
  'conversation.absorbed',
  'conversation.unmerged',
  'conversation.parted',
  'conversation.split',
  'conversation.split-off',
  'conversation.closed',
  'conversation.reopened',
  'reply.waiting',
  'reply.taken-back',
  'reply.sent',
  'reply.corrected',
  'reply.stuck',
  'draft.taken-over',
  'letter.drafted',
  'letter.edited',
  'letter.submitted',
  'letter.returned',
  'letter.approved',
  'letter.published',
  'conversation.restored',
  'bulk.ordered',
  'bulk.finished',
  'note.written',
  'note.edited',
  'note.deleted',
  'conversation.tagged',
  'conversation.prioritised',
  'conversation.snoozed',
  'conversation.woken',
  'tag.changed',
  'view.changed',
  'conversation.escalated',
  'conversation.acknowledged',
  'conversation.classified',
  'deadline.warned',
  'policy.changed',
  'screening.changed',
  'calendar.changed',
  'staffing.changed',
  'undo-setting.changed',
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
  /** `restart` gives a new promise from now on, with a reason, by a supervisor; the citizen's waiting time runs on. */
  clock: z.enum(['keep', 'restart']).optional(),
  clockReason: stored(z.string().trim().min(1).max(500)).optional(),
});
export const closeSchema = z.object({ ...seen, reason: stored(z.string().trim().min(1).max(500)) });
export const reopenSchema = z.object(seen);

export const actedSchema = z.object({ id: z.uuid(), status: z.enum(CONVERSATION_STATUSES), version: z.int() });
export type Acted = z.infer<typeof actedSchema>;
