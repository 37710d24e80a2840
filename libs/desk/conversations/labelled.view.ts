import type { Labelled } from '#contracts/triage.http.js';
import type { Conversation } from '#database/entities/conversation.entity.js';

type LabelledRecord = Pick<
  Conversation,
  'priority' | 'tagIds' | 'snoozedUntil' | 'snoozedUntilMessage' | 'askedAt' | 'escalatedAt'
>;

export function labelledView(record: LabelledRecord): Labelled {
  return {
    priority: record.priority,
    tagIds: record.tagIds,
    snoozedUntil: record.snoozedUntil?.toISOString() ?? null,
    snoozedUntilMessage: record.snoozedUntilMessage,
    askedAt: record.askedAt?.toISOString() ?? null,
    escalatedAt: record.escalatedAt?.toISOString() ?? null,
  };
}
