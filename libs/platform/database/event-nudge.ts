import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { prepared } from './prepared.js';

/** What the relay listens to; carries nothing, the events are in their outbox. */
export const NUDGE_CHANNEL = 'answerable_event';

const NUDGE = { name: 'nudge', text: `NOTIFY ${NUDGE_CHANNEL}` };

/** The first is sent at once; whoever is woken this short a time ago is still at work, and is nudged again after it. */
const REST_MS = 4;

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
      await prepared(this.dataSource, NUDGE, []).catch(() => undefined);
      await pause(REST_MS, undefined, { ref: false });
    }
    this.isAsking = false;
  }
}
