import { Injectable } from '@nestjs/common';
import { HistoryFillService } from '#desk/deadlines/history-fill.service.js';
import type { DueWork } from '../due-work.js';
import { halfAtRest } from '../half-at-rest.js';

/** Deadlines of what was there before they were. */
@Injectable()
export class FillDeadlines implements DueWork {
  readonly name = 'fill-deadlines';
  readonly everyMs = 15_000;

  constructor(private readonly history: HistoryFillService) {}

  run(stop: AbortSignal): Promise<unknown> {
    return halfAtRest(stop, () => this.history.fillBatch());
  }
}
