import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/clock.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { earliestIdOf } from '../conversations/event-ids.js';
import { DerivationService } from './derivation.service.js';
import { MoveDeadlinesService } from './move-deadlines.service.js';
import { FIRST_ID } from './promised.queries.js';

/** A job should have worked an event in long before it is this old. */
const OVERLOOKED_SECONDS = 60;
const OVERLOOKED_BATCH = 500;

const OVERLOOKED = `
  SELECT u.event_id AS "eventId", e.conversation_id AS "conversationId", e.department_id AS "departmentId",
    e.payload ->> 'calendarId' AS "calendarId"
  FROM (SELECT event_id FROM underived_event WHERE event_id < $1 AND event_id > $2 ORDER BY event_id LIMIT ${OVERLOOKED_BATCH}) u
  JOIN conversation_event e ON e.id = u.event_id ORDER BY u.event_id`;

interface Overlooked {
  eventId: string;
  conversationId: string | null;
  departmentId: string | null;
  calendarId: string | null;
}

@Injectable()
export class OverlookedService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly derivation: DerivationService,
    private readonly moving: MoveDeadlinesService,
    private readonly clock: Clock,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** All of them, those that fail each time included: they stay, and keep none that came later back. */
  async derive(stop: AbortSignal): Promise<void> {
    await this.derivation.retrySetAside();
    const before = new Date(this.clock.now().getTime() - OVERLOOKED_SECONDS * 1_000);
    for (let after: string | undefined = FIRST_ID; after && !stop.aborted; ) {
      const overlooked: Overlooked[] = await this.dataSource.query(OVERLOOKED, [earliestIdOf(before), after]);
      await this.tryAll(overlooked);
      after = overlooked.at(-1)?.eventId;
    }
  }

  private async tryAll(overlooked: readonly Overlooked[]): Promise<void> {
    await Promise.all(overlooked.filter(({ conversationId }) => conversationId).map((one) => this.tryOne(one)));
    for (const one of overlooked.filter(({ conversationId }) => !conversationId)) await this.tryOne(one);
  }

  private async tryOne({ eventId, conversationId, departmentId, calendarId }: Overlooked): Promise<void> {
    try {
      if (conversationId) await this.derivation.derive({ eventId, conversationId });
      else await this.moving.move({ eventId, departmentId, calendarId });
    } catch (error) {
      this.runtime.log.error({ err: error, eventId }, 'deadlines could not be derived; it is tried again');
    }
  }
}
