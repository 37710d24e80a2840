import { Injectable } from '@nestjs/common';
import { SnoozeService } from '#desk/triage/snooze.service.js';
import type { DueWork } from '../due-work.js';

/** What was snoozed until now comes back into the lists. */
@Injectable()
export class WakeSnoozed implements DueWork {
  readonly name = 'wake-snoozed';
  readonly everyMs = 1_000;

  constructor(private readonly snoozes: SnoozeService) {}

  run(): Promise<unknown> {
    return this.snoozes.wakeDue();
  }
}
