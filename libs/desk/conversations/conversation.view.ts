import { z } from 'zod';
import {
  type ConversationView,
  EVENT_TYPES,
  type HistoryEntry,
  type ThreadEntry,
} from '#contracts/conversations.http.js';
import { findingSchema } from '#contracts/moderation.http.js';
import { type ConversationAct, fits } from '#domain/conversations/conversation.lifecycle.js';
import { type ConversationPermission, mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { isConversationPublic, isReplyPublic } from '#domain/moderation/visibility.js';
import type {
  ConversationRecord,
  EventRecord,
  MessageRecord,
  ReplyRecord,
  ThreadLetterRecord,
} from './conversation.queries.js';

interface Thread {
  messages: MessageRecord[];
  replies: ReplyRecord[];
  letters: ThreadLetterRecord[];
}

export function conversationView(
  record: ConversationRecord,
  thread: Thread,
  context: { actor: Actor; siteUrl: string },
): ConversationView {
  const [opening] = thread.messages;
  const isPublic = opening !== undefined && isConversationPublic(opening);
  return {
    id: record.id,
    version: record.version,
    reference: record.reference,
    status: record.status,
    title: record.title,
    language: record.language,
    channel: { slug: record.channelSlug, name: record.channelName, kind: record.channelKind },
    citizen: { name: record.citizenName },
    department: {
      id: record.departmentId,
      slug: record.departmentSlug,
      name: { en: record.departmentNameEn, zh: record.departmentNameZh },
      timeZone: record.departmentTimeZone,
      answerWithinHours: record.answerWithinHours,
    },
    assignment: assignmentView(record),
    openedAt: record.openedAt.toISOString(),
    waitingSince: record.waitingSince?.toISOString() ?? null,
    answerDueAt: record.answerDueAt?.toISOString() ?? null,
    firstAnsweredAt: record.firstAnsweredAt?.toISOString() ?? null,
    thread: threadView(thread),
    isReplyPublic: isPublic && isReplyPublic(thread.messages.at(-1)?.visibility ?? null),
    publicUrl: isPublic ? `${context.siteUrl}/conversations/${record.reference}` : null,
    may: mayView(record, context.actor),
  };
}

function assignmentView(record: ConversationRecord): ConversationView['assignment'] {
  const { assignedTo, assignedName, assignedAt, reason } = record;
  if (!assignedTo || !assignedName || !assignedAt || !reason) return null;
  return {
    officer: { id: assignedTo, name: assignedName },
    assignedAt: assignedAt.toISOString(),
    reason: {
      rule: reason.rule,
      eligible: reason.eligible,
      inHand: reason.inHand,
      capacity: reason.capacity,
      byOfficerName: record.byOfficerName ?? undefined,
    },
  };
}

/** Permission and state together: what the button would be answered. */
function mayView(record: ConversationRecord, actor: Actor): ConversationView['may'] {
  const may = (permission: ConversationPermission, act: ConversationAct) =>
    mayOn(actor, permission, record) && fits(record.status, act);
  return {
    claim: may('claim', 'claim'),
    assign: may('assign', 'assign'),
    release: may('release', 'release'),
    transfer: may('transfer', 'transfer'),
    reply: may('reply', 'answer'),
    close: may('close', 'close'),
    reopen: may('reopen', 'reopen'),
    moderate: mayOn(actor, 'moderate', record),
    writeLetter: may('write-letter', 'answer'),
  };
}

function threadView({ messages, replies, letters }: Thread): ThreadEntry[] {
  const entries = [
    ...messages.map((row) => ({ at: row.postedAt, entry: messageView(row) })),
    ...replies.map((row) => ({ at: row.sentAt, entry: replyView(row) })),
    ...letters.map((row) => ({ at: row.at, entry: letterView(row) })),
  ];
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ entry }) => entry);
}

function messageView(row: MessageRecord): ThreadEntry {
  return {
    kind: 'message',
    id: row.id,
    citizenName: row.citizenName,
    title: row.title,
    body: row.body,
    postedAt: row.postedAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    visibility: row.visibility,
    state: row.state,
    findings: z.array(findingSchema).parse(row.findings ?? []),
  };
}

function replyView(row: ReplyRecord): ThreadEntry {
  return {
    kind: 'reply',
    id: row.id,
    officerName: row.officerName,
    body: row.body,
    sentAt: row.sentAt.toISOString(),
    isImported: row.isImported,
  };
}

function letterView(row: ThreadLetterRecord): ThreadEntry {
  return {
    kind: 'letter',
    id: row.id,
    reference: row.reference,
    title: row.title,
    status: row.status,
    authorName: row.authorName,
    at: row.at.toISOString(),
  };
}

export function historyEntryView(row: EventRecord): HistoryEntry {
  return {
    id: row.id,
    type: z.enum(EVENT_TYPES).parse(row.type),
    at: row.at.toISOString(),
    actor: { kind: row.actorKind, name: row.actorName },
    detail: row.payload,
  };
}
