import { Injectable } from '@nestjs/common';
import { WarningService } from '#desk/deadlines/warning.service.js';
import type { DueWork } from '../due-work.js';

/** Shares of a promised time that are used up. */
@Injectable()
export class WarnOfDeadlines implements DueWork {
  readonly name = 'warn-of-deadlines';
  readonly everyMs = 1_000;

  constructor(private readonly warnings: WarningService) {}

  run(stop: AbortSignal): Promise<unknown> {
    return this.warnings.warnDue(stop);
  }
}
