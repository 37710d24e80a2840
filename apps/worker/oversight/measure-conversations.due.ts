import { Injectable } from '@nestjs/common';
import { MeasuringService } from '#desk/oversight/measuring/measuring.service.js';
import type { DueWork } from '../due-work.js';

/** Figures follow what happened within a moment; what happened to one conversation within it is worked in once. */
@Injectable()
export class MeasureConversations implements DueWork {
  readonly name = 'measure-conversations';
  readonly everyMs = 1_000;

  constructor(private readonly measuring: MeasuringService) {}

  run(stop: AbortSignal): Promise<unknown> {
    return this.measuring.measure(stop);
  }
}
