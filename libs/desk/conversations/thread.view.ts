import { z } from 'zod';
import type { ThreadEntry } from '#contracts/conversations.http.js';
import { findingSchema, originalSchema } from '#contracts/moderation.http.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { readsOriginal } from '#domain/moderation/visibility.js';
import { isStuck } from '#domain/replies/leaving.js';
import { mayOnReply, type ReplyPermission } from '#domain/replies/reply.permissions.js';
import type { MessageRecord, ReplyRecord, ThreadLetterRecord } from './conversation.queries.js';
import type { NoteRecord } from './note.queries.js';
import { noteView } from './note.view.js';

export interface Thread {
  messages: MessageRecord[];
  replies: ReplyRecord[];
  letters: ThreadLetterRecord[];
  notes: NoteRecord[];
}

interface ThreadContext {
  actor: Actor;
  departmentId: string;
  /** Who has the conversation. */
  officerId: string | null;
  /** The conversations that are carried on in the one that is read: what was answered there is corrected here. */
  partIds: readonly string[];
  now: Date;
}

export function threadView({ messages, replies, letters, notes }: Thread, context: ThreadContext): ThreadEntry[] {
  const entries = [
    ...messages.map((row) => ({ at: row.postedAt, entry: messageView(row, context) })),
    ...replies.map((row) => ({ at: row.sentAt, entry: replyView(row, context) })),
    ...letters.map((row) => ({ at: row.at, entry: letterView(row) })),
    ...notes.map((row) => ({ at: row.writtenAt, entry: noteView(row) })),
  ];
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ entry }) => entry);
}

function messageView(row: MessageRecord, { actor, ...conversation }: ThreadContext): ThreadEntry {
  const audience = mayOn(actor, 'read-original', conversation) ? 'keeper' : 'staff';
  return {
    kind: 'message',
    id: row.id,
    origin: row.origin,
    citizenName: row.citizenName,
    title: row.title,
    body: row.body,
    postedAt: row.postedAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    visibility: row.visibility,
    state: row.state,
    version: row.version,
    isSealed: row.original !== null,
    original: readsOriginal(audience) && row.original ? originalSchema.parse(row.original) : null,
    findings: z.array(findingSchema).parse(row.findings ?? []),
  };
}

function replyView(row: ReplyRecord, { actor, departmentId, partIds, now }: ThreadContext): ThreadEntry {
  const isWaiting = row.state === 'waiting';
  const isHere = !row.origin || partIds.includes(row.origin.id);
  const may = (act: ReplyPermission) => isHere && mayOnReply(actor, act, { officerId: row.officerId, departmentId });
  return {
    kind: 'reply',
    id: row.id,
    origin: row.origin,
    officerName: row.officerName,
    replyKind: row.kind,
    body: row.body,
    holding:
      row.holdingUntil && row.holdingReason
        ? { until: row.holdingUntil.toISOString(), reason: row.holdingReason }
        : null,
    state: row.state,
    version: row.version,
    sentAt: row.sentAt.toISOString(),
    leavesInMs: isWaiting && row.leavesAt ? Math.max(0, row.leavesAt.getTime() - now.getTime()) : null,
    isStuck: isStuck(row),
    isImported: row.isImported,
    corrections: (row.corrections ?? []).map((one) => ({
      at: new Date(one.at).toISOString(),
      reason: one.reason,
      officerName: one.officerName,
      earlierBody: one.earlierBody,
      earlierHoldingReason: one.earlierHoldingReason,
      isEarlierWithheld: one.isEarlierWithheld,
    })),
    isOwn: row.officerId === actor.officerId,
    may: { takeBack: isWaiting && may('take-back'), correct: !isWaiting && may('correct') },
  };
}

function letterView(row: ThreadLetterRecord): ThreadEntry {
  return {
    kind: 'letter',
    id: row.id,
    origin: row.origin,
    reference: row.reference,
    title: row.title,
    status: row.status,
    authorName: row.authorName,
    at: row.at.toISOString(),
  };
}
