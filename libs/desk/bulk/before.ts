import { z } from 'zod';
import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Before } from '#domain/bulk/before.js';
import { CONVERSATION_STATUSES } from '#domain/conversations/conversation.lifecycle.js';
import { PRIORITIES } from '#domain/conversations/priority.js';
import type { BulkItem } from './work-queue.js';

const beforeSchema = z.object({
  status: z.enum(CONVERSATION_STATUSES),
  officerId: z.uuid().nullable(),
  departmentId: z.uuid(),
  waitingSince: z.coerce.date().nullable(),
  // Orders from before there were questions hold none.
  askedAt: z.coerce.date().nullable().default(null),
  answerDueAt: z.coerce.date().nullable(),
  priority: z.enum(PRIORITIES),
  tagIds: z.array(z.uuid()),
  snoozedUntil: z.coerce.date().nullable(),
  snoozedUntilMessage: z.boolean(),
});

export function beforeOf(conversation: Conversation): Before {
  const { status, officerId, departmentId, waitingSince, askedAt, answerDueAt } = conversation;
  const { priority, tagIds, snoozedUntil, snoozedUntilMessage } = conversation;
  return {
    status,
    officerId,
    departmentId,
    waitingSince,
    askedAt,
    answerDueAt,
    priority,
    tagIds,
    snoozedUntil,
    snoozedUntilMessage,
  };
}

/** As it was written down when the act was done. */
export function beforeIn({ before }: BulkItem): Before {
  return beforeSchema.parse(before);
}
