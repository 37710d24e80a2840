import type { SentReply } from '#contracts/replies.http.js';
import { draftView } from './reply-draft-record.js';
import type { Sending } from './send-reply.js';

export function sentReplyView(
  { conversation, reply, draft }: Exclude<Sending, { unread: string[] }>,
  now: Date,
): SentReply {
  const { id, status, version } = conversation;
  const leavesAt = reply.state === 'waiting' ? reply.leavesAt : null;
  return {
    id,
    status,
    version,
    reply: {
      id: reply.id,
      state: reply.state,
      leavesInMs: leavesAt ? Math.max(0, leavesAt.getTime() - now.getTime()) : null,
    },
    draft: draftView(draft),
  };
}
