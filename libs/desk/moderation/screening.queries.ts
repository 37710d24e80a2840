import type { DataSource } from 'typeorm';
import type { Tx } from '#database/transaction.js';
import type { Priority } from '#domain/conversations/priority.js';
import type { AuthorRecord } from '#domain/moderation/author-standing.js';
import type { Visibility } from '#domain/moderation/visibility.js';
import { anyIn, prepared, preparedIn } from '#platform/database/prepared.js';
import type { ChangedConversation } from '../conversations/write-conversations.js';
import type { ClassifiedText } from './external-classifier.js';

/** A text of the same citizen counts as repeated for this long. */
const REPEATED_WITHIN_DAYS = 30;
/** A refusal counts against its author for as long. */
const REFUSED_WITHIN_DAYS = 180;
/** Of an author who wrote more than this, so many messages stand for all. */
const AUTHOR_SAMPLE = 200;

/** A message to screen, with all that the phases and the lifecycle ask about. */
export interface UnscreenedRecord extends AuthorRecord {
  id: string;
  citizenId: string;
  /** The slug of where it came from. */
  channel: string;
  conversationId: string;
  title: string | null;
  body: string;
  authorName: string;
  visibility: Visibility;
  postedAt: Date;
  /** How many earlier messages of the same citizen say the same. */
  repeatedOf: number;
  /** How many the same citizen sent within the hour before it. */
  sentWithinHour: number;
  /** The newest versions of what judges it; null where there is none. */
  deskPolicy: number | null;
  departmentPolicy: number | null;
  priority: Priority;
  /** It opened its conversation: the first that was received. */
  isOpening: boolean;
  isSnoozed: boolean;
  conversation: ChangedConversation;
}

/**
 * Locks conversations before their messages, in the order of ids; a row that another worker has screened while this
 * one waited is no longer "screening" and falls out. A message to what is merged counts in the survivor: `home` is where
 * it was written to, `c` where the work is.
 */
const LOCK_UNSCREENED = {
  name: 'lock-unscreened',
  text: `
  SELECT m.id, m.title, m.body, m.author_name AS "authorName", m.visibility, m.posted_at AS "postedAt",
    c.snoozed_until IS NOT NULL AS "isSnoozed",
    (SELECT count(*)::int FROM message earlier
     WHERE earlier.citizen_id = m.citizen_id AND earlier.body_digest = m.body_digest
       AND (earlier.posted_at, earlier.id) < (m.posted_at, m.id)
       AND earlier.posted_at > m.posted_at - make_interval(days => $2)) AS "repeatedOf",
    m.citizen_id AS "citizenId", n.slug AS channel, author.*, c.priority,
    (SELECT max(version) FROM screening_policy_version WHERE department_id IS NULL) AS "deskPolicy",
    (SELECT max(version) FROM screening_policy_version v WHERE v.department_id = c.department_id) AS "departmentPolicy",
    NOT EXISTS (SELECT 1 FROM message earlier
     WHERE earlier.conversation_id = home.id AND (earlier.received_at, earlier.id) < (m.received_at, m.id)) AS "isOpening",
    c.id AS "conversationId", c.department_id AS "departmentId", c.status, c.officer_id AS "officerId", c.excerpt, c.version,
    c.last_message_at AS "lastMessageAt", c.waiting_since AS "waitingSince", c.answer_due_at AS "answerDueAt"
  FROM message m
  JOIN conversation home ON home.id = m.conversation_id
  JOIN conversation c ON c.id = coalesce(home.merged_into_id, home.id)
  JOIN channel n ON n.id = m.channel_id
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE earlier.received_at > m.received_at - interval '1 hour')::int AS "sentWithinHour",
      count(*) FILTER (WHERE earlier.state = 'visible')::int AS cleared,
      count(*) FILTER (WHERE earlier.state IN ('hidden', 'redacted', 'rejected')
        AND earlier.received_at > m.received_at - interval '${REFUSED_WITHIN_DAYS} days')::int AS refused
    FROM (
      SELECT state, received_at FROM message sent
      WHERE sent.citizen_id = m.citizen_id AND (sent.received_at, sent.id) < (m.received_at, m.id) LIMIT ${AUTHOR_SAMPLE}
    ) earlier
  ) author
  WHERE m.id = ${anyIn('$1', 'uuid')} AND m.state = 'screening'
  ORDER BY c.id, m.id FOR NO KEY UPDATE OF c, m`,
};

type Row = Omit<UnscreenedRecord, 'conversation'> & Omit<ChangedConversation, 'id'>;

/** In the order in which they were posted. */
export async function lockUnscreened(tx: Tx, messageIds: readonly string[]): Promise<UnscreenedRecord[]> {
  const rows = await preparedIn<Row>(tx, LOCK_UNSCREENED, [messageIds, REPEATED_WITHIN_DAYS]);
  return rows.map(recordOf).sort(byPostedAt);
}

function recordOf(row: Row): UnscreenedRecord {
  const { departmentId, status, officerId, excerpt, version, lastMessageAt, waitingSince, answerDueAt, ...message } =
    row;
  const changeable = { departmentId, status, officerId, excerpt, version, lastMessageAt, waitingSince, answerDueAt };
  return { ...message, conversation: { id: row.conversationId, ...changeable } };
}

function byPostedAt(one: UnscreenedRecord, other: UnscreenedRecord): number {
  return one.postedAt.getTime() - other.postedAt.getTime() || (one.id < other.id ? -1 : 1);
}

const UNSCREENED_TEXTS = {
  name: 'unscreened-texts',
  text: `SELECT id, title, body, language FROM message WHERE id = ${anyIn('$1', 'uuid')} AND state = 'screening'`,
};

/** For who looks at them before the transaction; a text is never edited. */
export function unscreenedTexts(dataSource: DataSource, messageIds: readonly string[]): Promise<ClassifiedText[]> {
  return prepared(dataSource, UNSCREENED_TEXTS, [messageIds]);
}
