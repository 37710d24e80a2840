import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DeadlineList } from '#contracts/deadlines.http.js';
import { Conversation } from '#database/entities/conversation.entity.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import { deadlinesOf } from '#domain/deadlines/deadlines-of.js';
import { historyOf } from '#domain/deadlines/history.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { policyInForce } from '../conversations/deadline-policies.queries.js';
import { recordsOf } from '../conversations/recorded-facts.queries.js';
import { departmentsIn, versionsFor } from '../conversations/versions-of-record.js';
import { type DeadlineOfPart, deadlineListView } from './deadline.view.js';
import { calendarsNamed, departmentNames } from './policy.queries.js';

/** Why a conversation is late, or will be: its deadlines replayed from the record, so that they never lag behind it. */
@Injectable()
export class DeadlineReadingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What the officer may not read does not exist: `not-found`. */
  async list(actor: Actor, conversationId: string): Promise<DeadlineList> {
    const tx = this.dataSource.manager;
    const conversation = await tx.findOneBy(Conversation, { id: conversationId });
    if (!conversation || !mayOn(actor, 'read', conversation))
      throw new Refusal('not-found', { detail: 'There is no such conversation.' });
    const parts = [conversation, ...(await tx.findBy(Conversation, { mergedIntoId: conversationId }))];
    const records = await recordsOf(
      tx,
      parts.map(({ id }) => id),
    );
    const versions = await versionsFor(tx, records);
    const deadlines = parts.flatMap(({ id, reference }): DeadlineOfPart[] =>
      deadlinesOf({ conversationId: id, history: historyOf(id, records), versions, tellings: [] }).map((deadline) => ({
        ...deadline,
        part: { id, reference },
      })),
    );
    return deadlineListView(deadlines, {
      versions,
      calendars: await calendarsNamed(tx, deadlines.flatMap(calendarNamedBy)),
      departments: await departmentNames(tx, departmentsIn(records)),
      inForce: (await policyInForce(tx, conversation.departmentId))?.policy ?? null,
      now: this.clock.now(),
    });
  }
}

function calendarNamedBy({ calendarId, calendarVersion }: DeadlineOfPart) {
  return calendarId && calendarVersion ? [{ calendarId, calendarVersion }] : [];
}
