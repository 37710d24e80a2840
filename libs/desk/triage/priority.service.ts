import { Injectable } from '@nestjs/common';
import type { Acted } from '#contracts/conversations.http.js';
import type { Priority } from '#domain/conversations/priority.js';
import type { Actor } from '#domain/identity/roles.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { lockSeen, type Seen } from './lock-seen.js';
import { acted, TriageAct } from './triage-act.js';

export interface Prioritise extends Seen {
  priority: Priority;
  reason?: string | undefined;
}

@Injectable()
export class PriorityService {
  constructor(private readonly act: TriageAct) {}

  /** The one that it has already is no change. */
  prioritise(actor: Actor, { priority, reason, ...seen }: Prioritise): Promise<Acted> {
    return this.act.run(async (tx, at) => {
      const conversation = await lockSeen(tx, actor, 'label', seen);
      if (conversation.priority === priority) return acted(conversation);
      const payload = { from: conversation.priority, to: priority };
      const fact = {
        type: 'conversation.prioritised' as const,
        actor: byOfficer(actor),
        payload,
        words: { reason },
        at,
      };
      return acted(await changeConversation(tx, conversation, { patch: { priority }, fact }));
    });
  }
}
