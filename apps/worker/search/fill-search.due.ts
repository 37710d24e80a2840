import { Injectable } from '@nestjs/common';
import { SearchFillService } from '#desk/search/search-fill.service.js';
import type { DueWork } from '../due-work.js';
import { halfAtRest } from '../half-at-rest.js';

/** Texts that search does not find yet: those of before it was there, or of an older segmenter. */
@Injectable()
export class FillSearch implements DueWork {
  readonly name = 'fill-search';
  readonly everyMs = 15_000;

  constructor(private readonly search: SearchFillService) {}

  run(stop: AbortSignal): Promise<unknown> {
    return halfAtRest(stop, async () => {
      const filled = await this.search.fillBatch();
      return filled !== null && !filled.isHeldUp;
    });
  }
}
