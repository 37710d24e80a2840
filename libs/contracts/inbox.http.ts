import { z } from 'zod';
import { CONVERSATION_STATUSES } from '#domain/conversations/conversation.lifecycle.js';
import { PRIORITIES } from '#domain/conversations/priority.js';
import { MEASURES, OPEN_MEASURES, REGISTERS } from '#domain/oversight/measure.js';
import { isTimeZone } from '#domain/time/wall-clock.js';
import { localisedSchema } from './directory.http.js';
import { cursorSchema, instantSchema, limitSchema } from './paging.http.js';
import { searchMatchSchema, searchTextSchema } from './search.http.js';
import { slugSchema } from './text.js';
import { labelledSchema } from './triage.http.js';

const sinceInstant = instantSchema.refine((value) => Date.parse(value) >= 0, { error: 'must not be before 1970' });

const localDate = z.iso
  .date()
  .refine((date) => date >= '1970-01-01' && date < '2200-01-01', { error: 'must be between 1970 and 2199' });

/**
 * mine: assigned to me; queue: open in my departments; unassigned: open and nobody's; overdue: open past the promised
 * time; snoozed: open, but out of the other lists for a while; all: everything. The open ones come by deadline, urgent
 * ones before the others; `snoozed` by when it wakes, the next first; `all` by the last message, newest first.
 */
export const INBOX_VIEWS = ['mine', 'queue', 'unassigned', 'overdue', 'snoozed', 'all'] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

export const INBOX_DEADLINES = ['overdue', 'near', 'none'] as const;

/** One of several: `a,b` in an address, an array in a saved view. */
const LIST_LIMIT = 20;
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .preprocess(
      (value) => (typeof value === 'string' ? value.split(',') : value),
      z.array(item).min(1).max(LIST_LIMIT).readonly(),
    )
    .optional();
const flag = z.union([z.boolean(), z.stringbool()]).optional();
const hours = z.coerce.number().positive().max(100_000).optional();

/** A BCP 47 primary subtag; `zh` finds what is written in `zh-Hans` too. */
const languageSchema = z.string().regex(/^[a-z]{2,8}$/, { error: 'must be the first part of a language tag' });

/** What may be asked of a list; each narrows it further. The same in an address and in a saved view. */
export const inboxFilterSchema = z.strictObject({
  view: z.enum(INBOX_VIEWS).default('queue'),
  /** Slugs of departments. */
  department: listOf(slugSchema),
  status: listOf(z.enum(CONVERSATION_STATUSES)),
  /** Who has it. */
  officer: listOf(z.union([z.enum(['me', 'nobody']), z.uuid()])),
  priority: listOf(z.enum(PRIORITIES)),
  /** Ids of tags: any of them, or with `tagMatch=all` each of them. */
  tag: listOf(z.uuid()),
  tagMatch: z.enum(['any', 'all']).optional(),
  language: listOf(languageSchema),
  /** Slugs of channels: also the rows behind the figures by channel. */
  channel: listOf(slugSchema),
  /** The citizen has waited for longer than this. */
  waitingHours: hours,
  /** Past the promised time, past the last warning before it, or without one. */
  deadline: z.enum(INBOX_DEADLINES).optional(),
  /** The promised time comes within this. */
  dueWithinHours: hours,
  /** Nobody has answered it yet. */
  unanswered: flag,
  snoozed: flag,
  /** Nobody took it in time. */
  escalated: flag,
  /** Somebody waits: the row behind every "waiting now" figure. */
  waiting: flag,
  /** First answered in [answeredFrom, answeredTo): the rows behind every response-time figure. */
  answeredFrom: sinceInstant.optional(),
  answeredTo: sinceInstant.optional(),
  /** First answered within this many calendar hours of the first message: the rows behind "within seven days". */
  answeredWithinHours: z.coerce.number().positive().max(1_000_000).optional(),
  /** Only the departments that the officer supervises: the rows behind a supervisor's totals. */
  supervised: flag,
  /** Of a class of its department's policy; `none`: of no class. */
  class: listOf(z.string().min(1).max(60)),
  /** Measured: the rows behind the figures of oversight. The other fields from here on narrow it, and say nothing without it. */
  measure: z.enum(MEASURES).optional(),
  /** Local dates of when it ended, both inclusive, and its month: of each department's own days, or of the zone's. */
  measuredFrom: localDate.optional(),
  measuredTo: localDate.optional(),
  measuredMonth: z
    .string()
    .regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
    .optional(),
  measuredZone: z.string().max(60).refine(isTimeZone, { error: 'is not an IANA time zone' }).optional(),
  measuredHour: z.coerce.number().int().min(0).max(23).optional(),
  /** 1 is Monday. */
  measuredWeekday: z.coerce.number().int().min(1).max(7).optional(),
  /** Who answered, published or did it; `none`: nobody known. */
  measuredBy: z.union([z.literal('none'), z.uuid()]).optional(),
  register: z.enum([...REGISTERS, 'none']).optional(),
  /** In, or not in, the time that was promised. */
  measuredWithin: flag,
  /** Took at most so many calendar hours. */
  measuredWithinHours: z.coerce.number().positive().max(1_000_000).optional(),
  /** Open at this moment: the rows behind "open now" of a figure. */
  openMeasure: z.enum(OPEN_MEASURES).optional(),
});
export type InboxFilter = z.infer<typeof inboxFilterSchema>;

export const inboxQuerySchema = inboxFilterSchema.extend({
  /** What to look for, among what the filter leaves: the best matches of late first. */
  q: searchTextSchema.optional(),
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
  ...labelledSchema.shape,
  /** Where something was looked for: why this one was found. */
  match: searchMatchSchema.optional(),
});
export type InboxRow = z.infer<typeof inboxRowSchema>;

export const inboxPageSchema = z.object({
  items: z.array(inboxRowSchema),
  nextCursor: z.string().nullable(),
  /** Of a search that goes on: what is newer has been looked through. */
  lookedBackTo: instantSchema.optional(),
});
export type InboxPage = z.infer<typeof inboxPageSchema>;

/** Counting stops at COUNT_LIMIT; a count that reaches it is shown as "1,000+". */
export const COUNT_LIMIT = 1_000;
export const inboxCountsSchema = z.object({
  mine: z.int(),
  queue: z.int(),
  unassigned: z.int(),
  overdue: z.int(),
  snoozed: z.int(),
  all: z.int(),
  /** Messages that wait for a moderator, and conversations that one wants hidden; 0 for those who moderate nothing. */
  held: z.int(),
  /** Appeals that wait for a moderator, not for their author; 0 for those who moderate nothing. */
  appeals: z.int(),
  /** Letters that wait for this reviewer; 0 for those who review nothing. */
  lettersInReview: z.int(),
  /** By the ids of the saved views that the caller may open. */
  saved: z.record(z.uuid(), z.int()),
});
export type InboxCounts = z.infer<typeof inboxCountsSchema>;

/** What the departments of the caller have, to choose filters from. */
export const inboxFacetsSchema = z.object({
  channels: z.array(z.object({ slug: z.string(), name: z.string() })),
  /** Primary subtags. */
  languages: z.array(z.string()),
  /** Who answers there. */
  officers: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type InboxFacets = z.infer<typeof inboxFacetsSchema>;
