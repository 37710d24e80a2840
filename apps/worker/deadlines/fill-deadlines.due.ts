import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { HistoryFillService } from '#desk/deadlines/history-fill.service.js';
import type { DueWork } from '../due-work.js';

/** Deadlines of what was there before they were. */
@Injectable()
export class FillDeadlines implements DueWork {
  readonly name = 'fill-deadlines';
  readonly everyMs = 15_000;

  constructor(private readonly history: HistoryFillService) {}

  /** Half of the time it rests: what comes in goes before. Its place is kept: stopped, it goes on from there. */
  async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const from = performance.now();
      if (!(await this.history.fillBatch())) return;
      await pause(performance.now() - from);
    }
  }
}
