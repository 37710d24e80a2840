import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Tx, transaction } from '#database/transaction.js';
import { type Absence, absenceOf } from '#domain/assignment/absence.js';
import { becauseOf, staysWith } from '#domain/assignment/taken-back.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { type Fact, record, SYSTEM } from '../conversations/conversation-record.js';
import { lockConversations } from '../conversations/write-conversations.js';
import { absentHoldings, heldConversations, officersAtWork } from './attendance.queries.js';
import { takeBack } from './take-back.js';

interface Change {
  officerId: string;
  absence: Absence | null;
  was: Date | null;
}

/**
 * Notices who comes and goes, whatever the cause: a console that fell silent, hours that begin or end, a holiday. What
 * an absent officer has in hand is offered again after the department's grace time, but for what is being worked on.
 */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /** Does nothing, and little of that, while nobody comes or goes. Many workers may ask at once. */
  async watch(): Promise<void> {
    await this.noteChanges();
    await this.takeBackFromAbsent();
  }

  private async noteChanges(): Promise<void> {
    const now = this.clock.now();
    const officers = await officersAtWork(this.dataSource, now);
    const changes = officers.flatMap((officer): Change[] => {
      const absence = absenceOf(officer, now);
      const hasChanged = (absence === null) !== (officer.absentSince === null);
      return hasChanged ? [{ officerId: officer.id, absence, was: officer.absentSince }] : [];
    });
    if (changes.length === 0) return;
    await transaction(this.dataSource, (tx) => note(tx, changes, now));
    this.nudge.nudge();
  }

  private async takeBackFromAbsent(): Promise<void> {
    const now = this.clock.now();
    for (;;) {
      const ids = await absentHoldings(this.dataSource, now);
      if (ids.length === 0) return;
      const taken = await transaction(this.dataSource, (tx) => takeBackIn(tx, ids, now));
      if (taken > 0) this.nudge.nudge();
      // What stays, stays in the list: looking again at once would find the same.
      if (taken < ids.length) return;
    }
  }
}

/** Each change is noted by one worker only: the one that still finds the row as it was. */
async function note(tx: Tx, changes: readonly Change[], now: Date): Promise<void> {
  const rows: { officerId: string; departmentId: string }[] = await tx.query(
    `WITH locked AS (
       SELECT id, absent_since FROM officer WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE
     ), noted AS (
       UPDATE officer SET absent_since = CASE WHEN t.is_absent THEN $4::timestamptz END
       FROM locked JOIN unnest($1::uuid[], $2::boolean[], $3::boolean[]) AS t (id, is_absent, was_absent) USING (id)
       WHERE officer.id = locked.id AND (locked.absent_since IS NOT NULL) = t.was_absent
       RETURNING officer.id
     )
     SELECT n.id AS "officerId", g.department_id AS "departmentId" FROM noted n
     JOIN role_grant g ON g.officer_id = n.id AND g.role = 'officer' ORDER BY n.id`,
    [
      changes.map(({ officerId }) => officerId),
      changes.map(({ absence }) => absence !== null),
      changes.map(({ was }) => was !== null),
      now,
    ],
  );
  const absences = new Map(changes.map(({ officerId, absence }) => [officerId, absence]));
  const facts = rows.map(({ officerId, departmentId }): Fact => {
    const absence = absences.get(officerId) ?? null;
    return {
      type: absence ? 'officer.away' : 'officer.available',
      conversationId: null,
      departmentId,
      version: null,
      actor: SYSTEM,
      payload: { officerId, ...(absence && { because: absence }) },
      at: now,
    };
  });
  await record(tx, facts);
}

async function takeBackIn(tx: Tx, ids: readonly string[], now: Date): Promise<number> {
  const locked = await lockConversations(tx, ids);
  const held = await heldConversations(tx, [...locked.keys()], now);
  const taken = held.flatMap((holding) => {
    const conversation = locked.get(holding.conversationId);
    const absence = absenceOf(holding, now);
    if (conversation?.status !== 'assigned' || !holding.absentSince || !absence) return [];
    if (conversation.officerId !== holding.officerId) return [];
    const officer = { absentSince: holding.absentSince, isSeen: holding.isSeen };
    return staysWith(holding, officer, now) ? [] : [{ conversation, because: becauseOf(absence) }];
  });
  await takeBack(tx, taken, { actor: SYSTEM, now });
  return taken.length;
}
