import type { DataSource } from 'typeorm';
import type { Conversation } from '#database/entities/conversation.entity.js';
import type { AssignmentReason } from '#domain/assignment/assignment-reason.js';
import type { LetterStatus } from '#domain/letters/letter.lifecycle.js';
import type { ModerationState, Visibility } from '#domain/moderation/visibility.js';
import type { ReplyKind } from '#domain/replies/reply-kind.js';
import { readTogether } from '#platform/database/shared-connection.js';
import { ACKNOWLEDGED_AT } from './acknowledged.js';
import { LETTERS_TO, PARTS, REPLIES_TO } from './merged-parts.js';
import { noteRecords } from './note.queries.js';

export interface ConversationRecord extends Conversation {
  channelSlug: string;
  channelName: string;
  channelKind: string;
  replyLimit: number | null;
  citizenName: string;
  departmentSlug: string;
  departmentNameEn: string;
  departmentNameZh: string;
  departmentTimeZone: string;
  answerWithinHours: number | null;
  assignedTo: string | null;
  assignedName: string | null;
  assignedAt: Date | null;
  reason: AssignmentReason | null;
  byOfficerName: string | null;
  standInForName: string | null;
  takenBackFromName: string | null;
  /** The reference of the conversation in which this one is carried on. */
  survivorReference: string | null;
  /** The conversations that are carried on in this one. */
  partIds: string[];
  acknowledgedAt: Date | null;
}

const ONE = {
  name: 'conversation-one',
  text: `
  SELECT c.id, c.reference, c.department_id AS "departmentId", c.channel_id AS "channelId", c.citizen_id AS "citizenId", c.status,
    c.officer_id AS "officerId", c.title, c.excerpt, c.language, c.version, c.opened_at AS "openedAt",
    c.last_message_at AS "lastMessageAt", c.waiting_since AS "waitingSince", c.answer_due_at AS "answerDueAt",
    c.first_answered_at AS "firstAnsweredAt", c.reply_leaves_at AS "replyLeavesAt",
    n.slug AS "channelSlug", n.name AS "channelName", n.kind AS "channelKind", n.reply_limit AS "replyLimit", z.name AS "citizenName",
    d.slug AS "departmentSlug", d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh",
    d.time_zone AS "departmentTimeZone", d.answer_within_hours AS "answerWithinHours",
    a.officer_id AS "assignedTo", o.name AS "assignedName", a.assigned_at AS "assignedAt", a.reason, b.name AS "byOfficerName",
    c.escalated_at AS "escalatedAt", c.class_code AS "classCode", c.priority, c.tag_ids AS "tagIds",
    c.snoozed_until AS "snoozedUntil", c.snoozed_until_message AS "snoozedUntilMessage", c.asked_at AS "askedAt",
    ${ACKNOWLEDGED_AT} AS "acknowledgedAt", (SELECT name FROM officer WHERE id = (a.reason ->> 'standInForId')::uuid) AS "standInForName",
    (SELECT name FROM officer WHERE id = (a.reason #>> '{takenBack,officerId}')::uuid) AS "takenBackFromName",
    c.merged_into_id AS "mergedIntoId", c.split_from_id AS "splitFromId",
    (SELECT reference FROM conversation survivor WHERE survivor.id = c.merged_into_id) AS "survivorReference",
    ARRAY(SELECT part.id FROM conversation part WHERE part.merged_into_id = c.id) AS "partIds"
  FROM conversation c
  JOIN department d ON d.id = c.department_id
  JOIN channel n ON n.id = c.channel_id
  JOIN citizen z ON z.id = c.citizen_id
  LEFT JOIN LATERAL (
    SELECT * FROM assignment x WHERE x.conversation_id = c.id AND x.officer_id = c.officer_id ORDER BY x.assigned_at DESC LIMIT 1
  ) a ON true
  LEFT JOIN officer o ON o.id = a.officer_id
  LEFT JOIN officer b ON b.id = (a.reason ->> 'byOfficerId')::uuid
  WHERE c.id = $1`,
};

export async function conversationRecord(dataSource: DataSource, id: string): Promise<ConversationRecord | null> {
  const [record] = await readTogether<ConversationRecord>(dataSource, ONE, [id]);
  return record ?? null;
}

/** Another conversation to which an entry of the thread was written; null for the one that is read. */
export type Origin = { id: string; reference: string } | null;

const originOf = (conversationId: string) =>
  `CASE WHEN ${conversationId} <> $1 THEN (
      SELECT jsonb_build_object('id', h.id, 'reference', h.reference) FROM conversation h WHERE h.id = ${conversationId}
    ) END AS origin`;

export interface MessageRecord {
  id: string;
  origin: Origin;
  citizenName: string;
  title: string | null;
  body: string;
  postedAt: Date;
  receivedAt: Date;
  visibility: Visibility;
  state: ModerationState;
  findings: unknown;
  /** How often it has been decided on. */
  version: number;
  /** What stands under the blocks of a redacted one. */
  original: { title: string | null; body: string; citizenName: string; covered: unknown } | null;
}

const MESSAGES = {
  name: 'conversation-messages',
  text: `
  SELECT m.id, m.author_name AS "citizenName", m.title, m.body, m.posted_at AS "postedAt", m.received_at AS "receivedAt", m.visibility, m.state,
    (SELECT x.findings FROM moderation_decision x WHERE x.message_id = m.id AND x.decision = 'hold' AND x.decided_by IS NULL ORDER BY x.decided_at DESC LIMIT 1) AS findings,
    (SELECT count(*)::int FROM moderation_decision x WHERE x.message_id = m.id) AS version,
    (SELECT jsonb_build_object('title', s.title, 'body', s.body, 'citizenName', s.author_name, 'covered', (
        SELECT x.spans FROM moderation_decision x WHERE x.message_id = m.id AND x.decision = 'redact' ORDER BY x.decided_at DESC LIMIT 1))
      FROM sealed_original s WHERE s.message_id = m.id) AS original,
    ${originOf('m.conversation_id')}
  FROM message m WHERE m.conversation_id = ${PARTS} ORDER BY m.received_at, m.id`,
};

export interface ReplyRecord {
  id: string;
  origin: Origin;
  officerId: string | null;
  officerName: string | null;
  kind: ReplyKind;
  body: string;
  holdingUntil: Date | null;
  holdingReason: string | null;
  state: 'waiting' | 'sent';
  version: number;
  leavesAt: Date | null;
  leavingFailures: number;
  sentAt: Date;
  isImported: boolean;
  corrections: ReplyCorrectionRecord[] | null;
}

export interface ReplyCorrectionRecord {
  at: string;
  reason: string;
  officerName: string;
  earlierBody: string;
  earlierHoldingReason: string | null;
  isEarlierWithheld: boolean;
}

const REPLIES = {
  name: 'conversation-replies',
  text: `
  SELECT r.id, r.officer_id AS "officerId", o.name AS "officerName", r.kind, r.body,
    r.holding_until AS "holdingUntil", r.holding_reason AS "holdingReason", r.state, r.version, r.leaves_at AS "leavesAt", r.leaving_failures AS "leavingFailures",
    r.sent_at AS "sentAt", r.is_imported AS "isImported",
    (SELECT jsonb_agg(jsonb_build_object('at', k.corrected_at, 'reason', k.reason, 'officerName', p.name,
        'earlierBody', k.earlier_body, 'earlierHoldingReason', k.earlier_holding_reason, 'isEarlierWithheld', k.is_earlier_withheld) ORDER BY k.number)
      FROM reply_correction k JOIN officer p ON p.id = k.officer_id WHERE k.reply_id = r.id) AS corrections,
    ${originOf('r.conversation_id')}
  FROM reply r LEFT JOIN officer o ON o.id = r.officer_id
  WHERE r.id IN ${REPLIES_TO} AND r.state <> 'taken-back' ORDER BY r.sent_at, r.id`,
};

export interface ThreadLetterRecord {
  id: string;
  origin: Origin;
  reference: string;
  title: string;
  status: LetterStatus;
  authorName: string;
  at: Date;
}

const LETTERS = {
  name: 'conversation-letters',
  text: `
  SELECT l.id, l.reference, l.title, l.status, o.name AS "authorName", coalesce(l.published_at, l.updated_at) AS at,
    ${originOf('l.conversation_id')}
  FROM letter l JOIN officer o ON o.id = l.author_id WHERE l.id IN ${LETTERS_TO} ORDER BY 6, l.id`,
};

/** With everything that is carried on in it. */
export async function threadRecords(
  dataSource: DataSource,
  { id: conversationId, partIds }: { id: string; partIds: readonly string[] },
) {
  const [messages, replies, letters, notes] = await Promise.all([
    readTogether<MessageRecord>(dataSource, MESSAGES, [conversationId]),
    readTogether<ReplyRecord>(dataSource, REPLIES, [conversationId]),
    readTogether<ThreadLetterRecord>(dataSource, LETTERS, [conversationId]),
    noteRecords(dataSource, [conversationId, ...partIds]),
  ]);
  return { messages, replies, letters, notes };
}

export interface EventRecord {
  id: string;
  type: string;
  at: Date;
  actorKind: 'citizen' | 'officer' | 'system';
  actorName: string | null;
  payload: Record<string, unknown>;
}

const tagNames = (list: string) =>
  `(SELECT jsonb_agg(jsonb_build_object('en', t.name_en, 'zh', t.name_zh)) FROM tag t
        WHERE e.type = 'conversation.tagged' AND t.id IN (SELECT jsonb_array_elements_text(e.payload -> '${list}')::uuid))`;

/** The name under which the department has it, or had it last. */
const className = (key: string) =>
  `(SELECT one -> 'name' FROM deadline_policy_version v CROSS JOIN LATERAL jsonb_array_elements(v.policy -> 'classes') AS one
        WHERE e.type = 'conversation.classified' AND v.department_id = e.department_id AND one ->> 'code' = e.payload ->> '${key}'
        ORDER BY v.version DESC LIMIT 1)`;

/** Names and words are looked up when the history is read: the record itself holds ids and codes only. */
const HISTORY = {
  name: 'conversation-history',
  text: `
  SELECT e.id, e.type, e.at, e.actor_kind AS "actorKind", coalesce(o.name, z.name) AS "actorName",
    e.payload || jsonb_strip_nulls(jsonb_build_object(
      'note', CASE WHEN e.type LIKE 'message.%' THEN
        (SELECT d.note FROM moderation_decision d WHERE d.message_id = (e.payload ->> 'messageId')::uuid AND d.decided_at = e.at
          AND d.decided_by = e.actor_id LIMIT 1) END,
      'reason', CASE e.type
        WHEN 'reply.corrected' THEN (SELECT to_jsonb(k.reason) FROM reply_correction k
          WHERE k.reply_id = (e.payload ->> 'replyId')::uuid AND k.corrected_at = e.at LIMIT 1)
        WHEN 'conversation.merged' THEN (SELECT to_jsonb(g.reason) FROM conversation_merge g
          WHERE g.conversation_id = e.conversation_id AND g.merged_at = e.at LIMIT 1)
        WHEN 'conversation.absorbed' THEN (SELECT to_jsonb(g.reason) FROM conversation_merge g
          WHERE g.conversation_id = (e.payload ->> 'fromId')::uuid AND g.merged_at = e.at LIMIT 1) END,
      'reasonWording', CASE WHEN e.type LIKE 'message.%' OR e.type IN
        ('conversation.hide-proposed', 'conversation.hide-declined', 'conversation.hidden', 'conversation.shown') THEN
        (SELECT jsonb_build_object('en', r.wording_en, 'zh', r.wording_zh) FROM moderation_reason r
          WHERE r.code = e.payload ->> 'reason' AND r.version = coalesce((e.payload ->> 'reasonVersion')::int, 1)) END,
      'officerName', (SELECT name FROM officer WHERE id = (e.payload ->> 'officerId')::uuid),
      'fromOfficerName', (SELECT name FROM officer WHERE id = (e.payload ->> 'fromOfficerId')::uuid),
      'toldNames', (SELECT jsonb_agg(name ORDER BY name) FROM officer
        WHERE e.type = 'deadline.warned' AND id IN (SELECT jsonb_array_elements_text(e.payload -> 'told')::uuid)),
      'fromClass', ${className('from')}, 'toClass', ${className('to')},
      'addedTags', ${tagNames('added')}, 'removedTags', ${tagNames('removed')},
      'fromDepartment', (SELECT jsonb_build_object('en', name_en, 'zh', name_zh) FROM department WHERE id = (e.payload ->> 'fromDepartmentId')::uuid),
      'toDepartment', (SELECT jsonb_build_object('en', name_en, 'zh', name_zh) FROM department WHERE id = (e.payload ->> 'toDepartmentId')::uuid)
    )) || coalesce((SELECT w.words FROM words_of_act w WHERE w.conversation_id = e.conversation_id AND w.version = e.version), '{}')
      AS payload
  FROM conversation_event e
  LEFT JOIN officer o ON e.actor_kind = 'officer' AND o.id = e.actor_id
  LEFT JOIN citizen z ON e.actor_kind = 'citizen' AND z.id = e.actor_id
  WHERE e.conversation_id = $1 ORDER BY e.at, e.version, e.id`,
};

export function historyRecords(dataSource: DataSource, conversationId: string): Promise<EventRecord[]> {
  return readTogether<EventRecord>(dataSource, HISTORY, [conversationId]);
}
