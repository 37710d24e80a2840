import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Acted } from '#contracts/conversations.http.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';

/** One act in one transaction, by the desk's clock; afterwards its events are on their way. */
@Injectable()
export class TriageAct {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  async run<Result>(act: (tx: Tx, now: Date) => Promise<Result>): Promise<Result> {
    const result = await transaction(this.dataSource, (tx) => act(tx, this.clock.now()));
    this.nudge.nudge();
    return result;
  }
}

export function acted({ id, status, version }: Conversation): Acted {
  return { id, status, version };
}
