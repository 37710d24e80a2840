import { z } from 'zod';
import { CONVERSATION_STATUSES } from '#domain/conversations/conversation.lifecycle.js';
import { localisedSchema } from './directory.http.js';
import { cursorSchema, instantSchema, limitSchema } from './paging.http.js';
import { slugSchema } from './text.js';

const sinceInstant = instantSchema.refine((value) => Date.parse(value) >= 0, { error: 'must not be before 1970' });

/**
 * mine: assigned to me; queue: open in my departments; unassigned: open and nobody's; overdue: open past the promised
 * time; all: everything. The first four come by deadline, the most urgent first; `all` by the last message, newest first.
 */
export const INBOX_VIEWS = ['mine', 'queue', 'unassigned', 'overdue', 'all'] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

export const inboxQuerySchema = z.strictObject({
  view: z.enum(INBOX_VIEWS).default('queue'),
  /** A department's slug. */
  department: slugSchema.optional(),
  status: z.enum(CONVERSATION_STATUSES).optional(),
  /** Somebody waits: the row behind every "waiting now" figure. */
  waiting: z.stringbool().optional(),
  /** First answered in [answeredFrom, answeredTo): the rows behind every response-time figure. */
  answeredFrom: sinceInstant.optional(),
  answeredTo: sinceInstant.optional(),
  /** First answered within this many calendar hours of the first message: the rows behind "within seven days". */
  answeredWithinHours: z.coerce.number().positive().max(1_000_000).optional(),
  /** A channel's slug: the rows behind the figures by channel. */
  channel: slugSchema.optional(),
  /** Only the departments that the officer supervises: the rows behind a supervisor's totals. */
  supervised: z.stringbool().optional(),
  limit: limitSchema,
  cursor: cursorSchema,
});
export type InboxQuery = z.infer<typeof inboxQuerySchema>;

export const inboxRowSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  reference: z.string(),
  status: z.enum(CONVERSATION_STATUSES),
  title: z.string().nullable(),
  /** The start of the citizen's last message, white space folded. */
  excerpt: z.string(),
  citizenName: z.string(),
  language: z.string(),
  department: z.object({ id: z.uuid(), slug: z.string(), name: localisedSchema }),
  officer: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  lastMessageAt: instantSchema,
  waitingSince: instantSchema.nullable(),
  answerDueAt: instantSchema.nullable(),
  firstAnsweredAt: instantSchema.nullable(),
});
export type InboxRow = z.infer<typeof inboxRowSchema>;

export const inboxPageSchema = z.object({ items: z.array(inboxRowSchema), nextCursor: z.string().nullable() });
export type InboxPage = z.infer<typeof inboxPageSchema>;

/** Counting stops at COUNT_LIMIT; a count that reaches it is shown as "1,000+". */
export const COUNT_LIMIT = 1_000;
export const inboxCountsSchema = z.object({
  mine: z.int(),
  queue: z.int(),
  unassigned: z.int(),
  overdue: z.int(),
  all: z.int(),
  /** Messages that wait for a moderator; 0 for those who moderate nothing. */
  held: z.int(),
  /** Letters that wait for this reviewer; 0 for those who review nothing. */
  lettersInReview: z.int(),
});
export type InboxCounts = z.infer<typeof inboxCountsSchema>;
