import { z } from 'zod';
import { type ConversationView, EVENT_TYPES, type HistoryEntry } from '#contracts/conversations.http.js';
import { type ConversationAct, fits, waitsForReply } from '#domain/conversations/conversation.lifecycle.js';
import { type ConversationPermission, mayMerge, mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { isConversationPublic, isReplyPublic } from '#domain/moderation/visibility.js';
import { type HoldingFacts, latestHolding, obstacleToHolding } from '#domain/replies/holding.js';
import { answeredVisibility } from './answered-visibility.js';
import type { ConversationRecord, EventRecord } from './conversation.queries.js';
import type { HandoverRecord } from './handover.queries.js';
import { labelledView } from './labelled.view.js';
import { type Thread, threadView } from './thread.view.js';

export function conversationView(
  record: ConversationRecord,
  thread: Thread,
  context: {
    actor: Actor;
    siteUrl: string;
    now: Date;
    lastEntryId: string | null;
    handover: HandoverRecord | null;
    holding: HoldingFacts;
  },
): ConversationView {
  const opening = thread.messages.find(({ origin }) => !origin);
  const isPublic = opening !== undefined && isConversationPublic(opening);
  return {
    id: record.id,
    version: record.version,
    reference: record.reference,
    status: record.status,
    title: record.title,
    language: record.language,
    channel: {
      slug: record.channelSlug,
      name: record.channelName,
      kind: record.channelKind,
      replyLimit: record.replyLimit,
    },
    citizen: { name: record.citizenName },
    department: {
      id: record.departmentId,
      slug: record.departmentSlug,
      name: { en: record.departmentNameEn, zh: record.departmentNameZh },
      timeZone: record.departmentTimeZone,
      answerWithinHours: record.answerWithinHours,
    },
    assignment: assignmentView(record),
    ...labelledView(record),
    openedAt: record.openedAt.toISOString(),
    waitingSince: record.waitingSince?.toISOString() ?? null,
    answerDueAt: record.answerDueAt?.toISOString() ?? null,
    firstAnsweredAt: record.firstAnsweredAt?.toISOString() ?? null,
    classCode: record.classCode,
    acknowledgedAt: record.acknowledgedAt?.toISOString() ?? null,
    holding: {
      obstacle: obstacleToHolding(context.holding),
      latest: latestHolding(context.holding, context.now).toISOString(),
    },
    thread: threadView(thread, {
      ...context,
      departmentId: record.departmentId,
      officerId: record.officerId,
      partIds: record.partIds,
    }),
    lastEntryId: context.lastEntryId,
    isReplyPublic: isPublic && isReplyPublic(answeredVisibility(thread.messages)),
    mergedInto:
      record.mergedIntoId && record.survivorReference
        ? { id: record.mergedIntoId, reference: record.survivorReference }
        : null,
    mergedParts: record.partIds.length,
    handover: context.handover && handoverView(context.handover),
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
      language: reason.language,
      skills: reason.skills,
      standInForName: record.standInForName ?? undefined,
      takenBackFromName: record.takenBackFromName ?? undefined,
      takenBackBecause: reason.takenBack?.because,
      byOfficerName: record.byOfficerName ?? undefined,
    },
  };
}

function handoverView(row: HandoverRecord): ConversationView['handover'] {
  return {
    note: row.note,
    officerName: row.officerName,
    fromDepartment: { en: row.departmentNameEn, zh: row.departmentNameZh },
    isClockRestarted: row.clock === 'restart',
    clockReason: row.clockReason,
    at: row.at.toISOString(),
  };
}

/** Permission and state together: what the button would be answered. */
function mayView(record: ConversationRecord, actor: Actor): ConversationView['may'] {
  const may = (permission: ConversationPermission, act: ConversationAct) =>
    mayOn(actor, permission, record) &&
    fits(record.status, act) &&
    !(record.replyLeavesAt !== null && waitsForReply(act));
  return {
    claim: may('claim', 'claim'),
    assign: may('assign', 'assign'),
    release: may('release', 'release'),
    transfer: may('transfer', 'transfer'),
    restartClock: may('restart-clock', 'transfer'),
    merge: mayMerge(actor, record) && may('read', 'merge'),
    unmerge: record.status === 'merged' && mayMerge(actor, record),
    split: may('split', 'split'),
    reply: may('reply', 'answer'),
    ask: may('reply', 'ask'),
    putOff: may('reply', 'put-off'),
    acknowledge: may('acknowledge', 'acknowledge') && record.acknowledgedAt === null,
    draft: may('draft', 'answer'),
    close: may('close', 'close'),
    reopen: may('reopen', 'reopen'),
    label: may('label', 'label'),
    snooze: may('snooze', 'snooze'),
    moderate: mayOn(actor, 'moderate', record),
    openOriginal: mayOn(actor, 'open-original', record) && !mayOn(actor, 'read-original', record),
    writeLetter: may('write-letter', 'answer'),
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
