import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { SearchFillService } from '#desk/search/search-fill.service.js';
import type { DueWork } from '../due-work.js';

/** Texts that search does not find yet: those of before it was there, or of an older segmenter. */
@Injectable()
export class FillSearch implements DueWork {
  readonly name = 'fill-search';
  readonly everyMs = 15_000;

  constructor(private readonly search: SearchFillService) {}

  /** Half of the time it rests: what comes in goes before. Its place is kept: stopped, it goes on from there. */
  async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const from = performance.now();
      const filled = await this.search.fillBatch();
      if (!filled || filled.isHeldUp) return;
      if (filled.indexed > 0) await pause(performance.now() - from);
    }
  }
}
