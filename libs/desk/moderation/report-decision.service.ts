import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { dismissReportsSchema } from '#contracts/reader-reports.http.js';
import { type Tx, transaction } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { assertSeenMessage, lockMessage } from './lock-message.js';

@Injectable()
export class ReportDecisionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /**
   * The message stays as it is: the reports that the moderator read are dismissed, and those of readers who are muted
   * here with them. Decided otherwise they are settled by the decision on the message.
   */
  async dismiss(actor: Actor, input: z.infer<typeof dismissReportsSchema>): Promise<{ dismissed: number }> {
    const dismissed = await transaction(this.dataSource, async (tx) => {
      const deciding = await lockMessage(tx, actor, input.messageId);
      assertSeenMessage(deciding, input.version);
      const at = this.clock.now();
      const count = await dismissIn(tx, { ...input, officerId: actor.officerId, at });
      if (count === 0) return 0;
      await changeConversation(tx, deciding.conversation, {
        patch: {},
        fact: {
          type: 'message.reports-dismissed',
          actor: byOfficer(actor),
          payload: { messageId: input.messageId, reports: count },
          words: { note: input.note },
          at,
        },
      });
      return count;
    });
    this.nudge.nudge();
    return { dismissed };
  }
}

async function dismissIn(
  tx: Tx,
  dismissal: { messageId: string; reportIds: readonly string[]; officerId: string; at: Date },
): Promise<number> {
  const { messageId, reportIds, officerId, at } = dismissal;
  const [row]: { count: number }[] = await tx.query(
    `WITH dismissed AS (
       UPDATE reader_report r SET outcome = 'dismissed', decided_by = $3, decided_at = $4
       FROM message m JOIN conversation c ON c.id = m.conversation_id
       WHERE r.message_id = $1 AND m.id = r.message_id AND r.outcome IS NULL AND (r.id = ANY($2::uuid[]) OR EXISTS (
         SELECT 1 FROM reporter_mute u WHERE u.reporter_id = r.reporter_id AND u.department_id = c.department_id AND u.lifted_at IS NULL))
       RETURNING r.id)
     SELECT count(*)::int AS count FROM dismissed`,
    [messageId, reportIds, officerId, at],
  );
  return row?.count ?? 0;
}
