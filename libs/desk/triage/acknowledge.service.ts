import { Injectable } from '@nestjs/common';
import type { Acted } from '#contracts/conversations.http.js';
import type { Tx } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { ACKNOWLEDGED_AT } from '../conversations/acknowledged.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { lockSeen, type Seen } from './lock-seen.js';
import { acted, TriageAct } from './triage-act.js';

@Injectable()
export class AcknowledgeService {
  constructor(private readonly act: TriageAct) {}

  /** Says that a person has seen it, without taking it. It is said once: what is acknowledged already stays as it is. */
  acknowledge(actor: Actor, seen: Seen): Promise<Acted> {
    return this.act.run(async (tx, at) => {
      const conversation = await lockSeen(tx, actor, 'acknowledge', seen);
      if (await isAcknowledged(tx, conversation.id)) return acted(conversation);
      const fact = { type: 'conversation.acknowledged' as const, actor: byOfficer(actor), payload: {}, at };
      return acted(await changeConversation(tx, conversation, { patch: {}, fact }));
    });
  }
}

async function isAcknowledged(tx: Tx, conversationId: string): Promise<boolean> {
  const [row]: { at: Date | null }[] = await tx.query(
    `SELECT ${ACKNOWLEDGED_AT} AS at FROM conversation c WHERE c.id = $1`,
    [conversationId],
  );
  return (row?.at ?? null) !== null;
}
