import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { derivation } from '#database/transaction.js';
import { Clock } from '#platform/clock.js';
import type { Runtime } from '#platform/runtime.js';
import { SharedCommit } from '#platform/shared-commit.js';
import { RUNTIME } from '#platform/tokens.js';
import { earliestIdOf } from '../conversations/event-ids.js';
import { notify } from './notify.js';
import { ringOfficers } from './ring-officers.js';

/** One lane: two would wait for each other's lines. */
const SHARED = { most: 64, lanes: 1 };

const KEPT_DAYS = 90;
const FORGET_BATCH = 5_000;

/** A job should have told of an event long before it is this old. */
const OVERLOOKED_SECONDS = 60;
const OVERLOOKED_BATCH = 500;

/**
 * Turns events into lines for the officers whom they concern. The bell is rung after the commit and not by an event of
 * its own: a notification is drawn from the record, it is no fact in a conversation's history.
 */
@Injectable()
export class NotificationService {
  private readonly tellings: SharedCommit<string, true>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {
    this.tellings = new SharedCommit({
      ...SHARED,
      together: async (eventIds) => {
        await this.tellTogether(eventIds);
        return eventIds.map(() => true);
      },
    });
  }

  /** May be asked twice for the same event. */
  async tell(eventId: string): Promise<void> {
    await this.tellings.add(eventId);
  }

  /** Tells what its job did not: lost with Redis, or failed for good. */
  async tellOverlooked(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - OVERLOOKED_SECONDS * 1_000);
    const overlooked: { eventId: string }[] = await this.dataSource.query(
      `SELECT event_id AS "eventId" FROM untold_event WHERE event_id < $1 ORDER BY event_id LIMIT ${OVERLOOKED_BATCH}`,
      [earliestIdOf(before)],
    );
    await Promise.all(overlooked.map(({ eventId }) => this.tellOrLog(eventId)));
  }

  /** Forgets what was read long ago. */
  async forgetRead(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * 86_400_000);
    await this.dataSource.query(
      `DELETE FROM notification WHERE id IN (SELECT id FROM notification WHERE read_at < $1 ORDER BY read_at LIMIT ${FORGET_BATCH})`,
      [before],
    );
    await this.dataSource.query(
      'DELETE FROM digest d WHERE ended_at < $1 AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.digest_id = d.id)',
      [before],
    );
    for (const table of ['untold_event', 'notification_source']) {
      await this.dataSource.query(`DELETE FROM ${table} WHERE event_id < $1`, [earliestIdOf(before)]);
    }
  }

  private async tellOrLog(eventId: string): Promise<void> {
    try {
      await this.tell(eventId);
    } catch (error) {
      this.runtime.log.error({ err: error, eventId }, 'an event could not be told; it is tried again');
    }
  }

  private async tellTogether(eventIds: readonly string[]): Promise<void> {
    ringOfficers(this.runtime, await derivation(this.dataSource, (tx) => notify(tx, eventIds)));
  }
}
