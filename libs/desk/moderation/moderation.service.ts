import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { derivation } from '#database/transaction.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import type { Runtime } from '#platform/runtime.js';
import { SharedCommit } from '#platform/shared-commit.js';
import { RUNTIME } from '#platform/tokens.js';
import { screenMessages } from './screen-messages.js';

const SHARED = { most: 64, lanes: 2 };

/** A job should have screened a message long before it is this old. */
const OVERLOOKED_SECONDS = 60;
const OVERLOOKED_BATCH = 500;

@Injectable()
export class ModerationService {
  private readonly screenings: SharedCommit<string, true>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {
    this.screenings = new SharedCommit({ ...SHARED, thingOf: (id) => id, together: (ids) => this.screenTogether(ids) });
  }

  /** Screens a message once; asked again it does nothing. */
  async screen(messageId: string): Promise<void> {
    await this.screenings.add(messageId);
  }

  /** Screens what its job did not: lost with Redis, or failed for good. */
  async screenOverlooked(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - OVERLOOKED_SECONDS * 1_000);
    const overlooked: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM message WHERE state = 'screening' AND received_at < $1 ORDER BY received_at LIMIT ${OVERLOOKED_BATCH}`,
      [before],
    );
    await Promise.all(overlooked.map(({ id }) => this.screenOrLog(id)));
  }

  private async screenOrLog(messageId: string): Promise<void> {
    try {
      await this.screen(messageId);
    } catch (error) {
      this.runtime.log.error({ err: error, messageId }, 'a message could not be screened; it is tried again');
    }
  }

  private async screenTogether(messageIds: string[]): Promise<true[]> {
    await derivation(this.dataSource, (tx) => screenMessages(tx, messageIds, this.clock.now()));
    this.nudge.nudge();
    return messageIds.map(() => true);
  }
}
