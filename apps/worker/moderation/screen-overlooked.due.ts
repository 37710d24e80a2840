import { Injectable } from '@nestjs/common';
import { ModerationService } from '#desk/moderation/moderation.service.js';
import type { DueWork } from '../due-work.js';

/** Messages whose screening job was lost with Redis or failed for good. */
@Injectable()
export class ScreenOverlooked implements DueWork {
  readonly name = 'screen-overlooked';
  readonly everyMs = 15_000;

  constructor(private readonly moderation: ModerationService) {}

  run(): Promise<unknown> {
    return this.moderation.screenOverlooked();
  }
}
