import { Injectable } from '@nestjs/common';
import { ScreeningService } from '#desk/moderation/screening.service.js';
import type { DueWork } from '../due-work.js';

/** Messages whose screening job was lost with Redis or failed for good. */
@Injectable()
export class ScreenOverlooked implements DueWork {
  readonly name = 'screen-overlooked';
  readonly everyMs = 15_000;

  constructor(private readonly screening: ScreeningService) {}

  run(): Promise<unknown> {
    return this.screening.screenOverlooked();
  }
}
