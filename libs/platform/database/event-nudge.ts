import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What the relay listens to; carries nothing, the events are in their outbox. */
export const NUDGE_CHANNEL = 'answerable_event';

/**
 * Tells the relay after a commit that there is something to deliver. Not part of the transaction: NOTIFY would make
 * every commit queue behind one lock. Lost nudges cost a moment, never an event: the relay also looks by itself.
 */
@Injectable()
export class EventNudge {
  private isAsking = false;
  private isDue = false;

  constructor(private readonly dataSource: DataSource) {}

  nudge(): void {
    this.isDue = true;
    if (!this.isAsking) void this.send();
  }

  private async send(): Promise<void> {
    this.isAsking = true;
    while (this.isDue) {
      this.isDue = false;
      await this.dataSource.query(`NOTIFY ${NUDGE_CHANNEL}`).catch(() => undefined);
    }
    this.isAsking = false;
  }
}
