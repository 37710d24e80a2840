import type { DataSource } from 'typeorm';
import type { MarkRead, MarkUnread } from '#contracts/notifications.http.js';

/** Marks what was unread and returns how many lines that were. */
export async function markRead(
  dataSource: DataSource,
  officerId: string,
  { what, readAt }: { what: MarkRead; readAt: Date },
): Promise<number> {
  const [condition, value] = chosenBy(what);
  const [, count]: [unknown, number] = await dataSource.query(
    `UPDATE notification SET read_at = $2 WHERE officer_id = $1 AND read_at IS NULL AND ${condition}`,
    [officerId, readAt, value],
  );
  return count;
}

/** `upTo` leaves unread what came while the officer was looking. */
function chosenBy(what: MarkRead): [string, unknown] {
  if ('ids' in what) return ['id = ANY($3::uuid[])', what.ids];
  if ('conversationId' in what) return ['conversation_id = $3', what.conversationId];
  return ['at <= $3', what.upTo];
}

/**
 * Back to unread. Where the conversation has a newer unread line already, that one stands for both; of several lines of
 * one conversation the latest comes back.
 */
export async function markUnread(dataSource: DataSource, officerId: string, what: MarkUnread): Promise<number> {
  const [condition, value] = 'ids' in what ? ['id = ANY($2::uuid[])', what.ids] : ['read_at = $2', what.readAt];
  const [, count]: [unknown, number] = await dataSource.query(
    `UPDATE notification SET read_at = NULL WHERE id IN (
       SELECT DISTINCT ON (CASE WHEN kind = 'mentioned' THEN id ELSE coalesce(conversation_id, id) END) id
       FROM notification n
       WHERE officer_id = $1 AND read_at IS NOT NULL AND ${condition}
         AND (kind = 'mentioned' OR NOT EXISTS (
           SELECT 1 FROM notification u WHERE u.officer_id = $1 AND u.conversation_id = n.conversation_id
             AND u.read_at IS NULL AND u.kind <> 'mentioned'))
       ORDER BY CASE WHEN kind = 'mentioned' THEN id ELSE coalesce(conversation_id, id) END, at DESC
     )`,
    [officerId, value],
  );
  return count;
}
