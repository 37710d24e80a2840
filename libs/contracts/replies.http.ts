import { z } from 'zod';
import { CONVERSATION_STATUSES } from '#domain/conversations/conversation.lifecycle.js';
import { HOLDING_REASON_LIMIT } from '#domain/replies/holding.js';
import { REPLY_STATES, UNDO_SECONDS_LIMIT } from '#domain/replies/reply.lifecycle.js';
import { REPLY_KINDS } from '#domain/replies/reply-kind.js';
import { BODY_LIMIT } from './intake.http.js';
import { instantSchema } from './paging.http.js';
import { DOINGS } from './realtime.js';
import { stored } from './text.js';

/** A text that has grown too long to send must still be kept. */
export const DRAFT_LIMIT = 20_000;

const person = z.object({ id: z.uuid(), name: z.string() });

const bounded = (limit: number) =>
  stored(z.string()).refine((value) => [...value].length <= limit, { error: `must be at most ${limit} characters` });

/** Empty only where the reply is a holding one: its date and its reason speak for themselves. */
const wordsSchema = bounded(BODY_LIMIT);
const holdingReasonSchema = stored(z.string().trim().min(1).max(HOLDING_REASON_LIMIT));

/** `replyId` is made by the console: the same one again (a double click, a retry) sends once. */
export const sendReplySchema = z
  .object({
    replyId: z.uuid(),
    kind: z.enum(REPLY_KINDS).default('answer'),
    body: wordsSchema,
    /** Of a holding reply: until when more time is taken, and why. The citizen reads both. */
    until: instantSchema.optional(),
    reason: holdingReasonSchema.optional(),
    /** The last entry of the thread that the officer has read: what has come since is shown before anything is sent. */
    lastEntryId: z.uuid().optional(),
    /** Stricter, and instead of `lastEntryId`: any change since this version refuses. */
    version: z.int().min(1).optional(),
  })
  .refine(({ lastEntryId, version }) => lastEntryId !== undefined || version !== undefined, {
    path: ['lastEntryId'],
    error: 'name the last entry that was read',
  })
  .refine(({ kind, body }) => kind === 'holding' || body.trim() !== '', {
    path: ['body'],
    error: 'must not be empty',
  })
  .refine(({ kind, until }) => (kind === 'holding') === (until !== undefined), {
    path: ['until'],
    error: 'is named in a holding reply, and only there',
  })
  .refine(({ kind, reason }) => (kind === 'holding') === (reason !== undefined), {
    path: ['reason'],
    error: 'is given in a holding reply, and only there',
  });

export const draftSchema = z.object({
  /** Counts up with each text that was saved; 0: none yet. */
  version: z.int().min(0),
  body: z.string(),
  /** What it is to be; the day and the reason are of a holding reply. */
  kind: z.enum(REPLY_KINDS),
  holdingDate: z.iso.date().nullable(),
  holdingReason: z.string(),
  updatedAt: instantSchema.nullable(),
});
export type DraftView = z.infer<typeof draftSchema>;

export const saveDraftSchema = z.object({
  /** Of the text that this one was written over. */
  version: z.int().min(0),
  body: stored(z.string()).refine((value) => [...value].length <= DRAFT_LIMIT, {
    error: `must be at most ${DRAFT_LIMIT} characters`,
  }),
  /** What is not named stays as it is. */
  kind: z.enum(REPLY_KINDS).optional(),
  holdingDate: z.iso.date().nullable().optional(),
  holdingReason: bounded(HOLDING_REASON_LIMIT).optional(),
});

export const takeOverDraftSchema = z.object({ version: z.int().min(0), fromOfficerId: z.uuid() });

/** Texts of one's own that were written over, the latest first. */
export const earlierDraftsSchema = z.object({
  items: z.array(z.object({ version: z.int(), body: z.string(), replacedAt: instantSchema })),
});

/** Who else has words here; the words themselves are read one by one. */
export const colleagueDraftsSchema = z.object({
  items: z.array(
    z.object({
      officer: person,
      updatedAt: instantSchema,
      /** False: the officer has left the department or the desk. */
      isStillHere: z.boolean(),
    }),
  ),
});
export type ColleagueDraft = z.infer<typeof colleagueDraftsSchema>['items'][number];
export const colleagueDraftSchema = z.object({ officer: person, body: z.string(), updatedAt: instantSchema });

/** Who else has the conversation open now. */
export const presenceViewSchema = z.object({
  items: z.array(z.object({ officer: person, doing: z.enum(DOINGS), since: instantSchema })),
});
export type PresenceView = z.infer<typeof presenceViewSchema>;

export const sentReplySchema = z.object({
  id: z.uuid(),
  status: z.enum(CONVERSATION_STATUSES),
  version: z.int(),
  reply: z.object({
    id: z.uuid(),
    state: z.enum(REPLY_STATES),
    /** How long it can still be taken back, by the desk's clock; null once it has left. */
    leavesInMs: z.int().nullable(),
  }),
  /** What is left of the draft: nothing, unless words were written elsewhere that are not in the reply. */
  draft: draftSchema,
});
export type SentReply = z.infer<typeof sentReplySchema>;

export const takenBackSchema = z.object({
  id: z.uuid(),
  status: z.enum(CONVERSATION_STATUSES),
  version: z.int(),
  /** With the words in it again; null for whoever takes back a colleague's. */
  draft: draftSchema.nullable(),
});

export const CORRECTION_REASON_LIMIT = 300;
export const correctReplySchema = z.object({
  /** The reply's own version: 1, and one more with each correction. */
  version: z.int().min(1),
  body: wordsSchema,
  /** The new reason of a holding reply; its day stands. */
  holdingReason: holdingReasonSchema.optional(),
  /** Shown to the public. */
  reason: stored(z.string().trim().min(1).max(CORRECTION_REASON_LIMIT)),
  /** The earlier texts held what must not be public: only the desk keeps them. */
  withholdEarlier: z.boolean().default(false),
});

export const undoSettingSchema = z.object({ undoSeconds: z.int().min(0).max(UNDO_SECONDS_LIMIT) });
export type UndoSetting = z.infer<typeof undoSettingSchema>;
export const undoSettingViewSchema = undoSettingSchema.extend({
  /** The last change, by whom and from what; null: never changed. */
  changed: z.object({ at: instantSchema, officerName: z.string(), from: z.int() }).nullable(),
});
export type UndoSettingView = z.infer<typeof undoSettingViewSchema>;
