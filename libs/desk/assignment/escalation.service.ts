import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Conversation } from '#database/entities/conversation.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { chooseOfficer, whyNobody } from '#domain/assignment/choose-officer.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { type Fact, record, SYSTEM } from '../conversations/conversation-record.js';
import { lockConversations } from '../conversations/write-conversations.js';
import { lookAtStaff, type Staff } from './candidates.js';
import { type Demanded, demandsOf } from './demands.js';

const BATCH = 200;

/** Waited long enough for the department's rule, and is not back from an officer since a moment ago. An index answers the first. */
export const UNTAKEN = `
  SELECT c.id FROM department d CROSS JOIN LATERAL (
    SELECT c.id FROM conversation c
    WHERE c.department_id = d.id AND c.status = 'queued' AND c.escalated_at IS NULL AND c.snoozed_until IS NULL
      AND c.waiting_since <= $1::timestamptz - make_interval(mins => d.escalate_after_minutes)
      AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.conversation_id = c.id
        AND a.ended_at > $1::timestamptz - make_interval(mins => d.escalate_after_minutes))
    ORDER BY c.waiting_since LIMIT ${BATCH}
  ) c
  WHERE d.escalate_after_minutes IS NOT NULL ORDER BY c.id LIMIT ${BATCH}`;

/** What nobody takes is told to the supervisors, once for each stay in a queue. */
@Injectable()
export class EscalationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  async escalate(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const rows: { id: string }[] = await this.dataSource.query(UNTAKEN, [now]);
      if (rows.length === 0) return;
      const ids = rows.map(({ id }) => id);
      const escalated = await transaction(this.dataSource, (tx) => escalateIn(tx, ids, now));
      if (escalated > 0) this.nudge.nudge();
      if (escalated < rows.length) return;
    }
  }
}

/** What somebody could take this moment is being offered and is passed over; under `pull` it waits for no offer. */
async function escalateIn(tx: Tx, ids: readonly string[], now: Date): Promise<number> {
  const locked = await lockConversations(tx, ids);
  const queued = [...locked.values()].filter(
    ({ status, escalatedAt, snoozedUntil }) => status === 'queued' && !escalatedAt && !snoozedUntil,
  );
  if (queued.length === 0) return 0;
  const staff = await lookAtStaff(tx, [...new Set(queued.map(({ departmentId }) => departmentId))], now);
  const demands = await demandsOf(tx, queued);
  const facts = queued.flatMap((conversation) => {
    const demand = demands.get(conversation.id);
    const department = staff.get(conversation.departmentId);
    if (!demand || !department || isTakenSoon(department, demand)) return [];
    return [factOf(conversation, whyNobody(department.candidates, demand), now)];
  });
  await tx.query(`UPDATE conversation SET escalated_at = $2, version = version + 1 WHERE id = ANY($1::uuid[])`, [
    facts.map(({ conversationId }) => conversationId),
    now,
  ]);
  await record(tx, facts);
  return facts.length;
}

function isTakenSoon({ policy, candidates }: Staff, demand: Demanded): boolean {
  return policy !== 'pull' && chooseOfficer(candidates, { ...demand, policy }) !== null;
}

function factOf({ id, departmentId, version }: Conversation, blocked: object, now: Date): Fact {
  return {
    type: 'conversation.escalated',
    conversationId: id,
    departmentId,
    version: version + 1,
    actor: SYSTEM,
    payload: { blocked },
    at: now,
  };
}
