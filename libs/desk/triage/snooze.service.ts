import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Acted } from '#contracts/conversations.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { snoozeOf } from '#domain/triage/snooze.js';
import { Clock } from '#platform/clock.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { wakeConversations } from '../conversations/wake-conversations.js';
import { lockSeen, type Seen } from './lock-seen.js';
import { acted, TriageAct } from './triage-act.js';

export interface SnoozeOrder extends Seen {
  until: Date | null;
  untilMessage: boolean;
  reason?: string | undefined;
}

const WAKE_BATCH = 200;

/** Passes over what another worker has in hand; an index of what is snoozed answers. */
const DUE = `
  SELECT id FROM conversation WHERE snoozed_until <= $1 ORDER BY snoozed_until, id LIMIT ${WAKE_BATCH} FOR UPDATE SKIP LOCKED`;

const ANY_DUE = 'SELECT 1 FROM conversation WHERE snoozed_until <= $1 LIMIT 1';

@Injectable()
export class SnoozeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly act: TriageAct,
  ) {}

  /** Out of the lists of open work; the promise to the citizen runs on. Asked again it is another time. */
  snooze(actor: Actor, { until, untilMessage, reason, ...seen }: SnoozeOrder): Promise<Acted> {
    return this.act.run(async (tx, at) => {
      const conversation = await lockSeen(tx, actor, 'snooze', seen);
      const patch = snoozeOf({ until, untilMessage }, at);
      const payload = { until: patch.snoozedUntil.toISOString(), untilMessage };
      const fact = { type: 'conversation.snoozed' as const, actor: byOfficer(actor), payload, words: { reason }, at };
      return acted(await changeConversation(tx, conversation, { patch, fact }));
    });
  }

  /** Back into the lists before its time. What is awake stays as it is. */
  wake(actor: Actor, seen: Seen): Promise<Acted> {
    return this.act.run(async (tx, at) => {
      const conversation = await lockSeen(tx, actor, 'wake', seen);
      if (conversation.snoozedUntil === null) return acted(conversation);
      const patch = { snoozedUntil: null, snoozedUntilMessage: false };
      const payload = { because: 'officer', until: conversation.snoozedUntil.toISOString() };
      const fact = { type: 'conversation.woken' as const, actor: byOfficer(actor), payload, at };
      return acted(await changeConversation(tx, conversation, { patch, fact }));
    });
  }

  /** Wakes what has slept long enough, each once, however many workers ask. Returns how many. */
  async wakeDue(): Promise<number> {
    let woken = 0;
    while (await this.isAnyDue()) {
      const batch = await this.act.run(async (tx, now) => {
        const due: { id: string }[] = await tx.query(DUE, [now]);
        await wakeConversations(tx, { ids: due.map((row) => row.id), because: 'time', at: now });
        return due.length;
      });
      woken += batch;
      if (batch < WAKE_BATCH) break;
    }
    return woken;
  }

  /** Without a transaction: the usual answer is no. */
  private async isAnyDue(): Promise<boolean> {
    const due: unknown[] = await this.dataSource.query(ANY_DUE, [this.clock.now()]);
    return due.length > 0;
  }
}
