import { Injectable } from '@nestjs/common';
import { AnchoringService } from '#desk/audit/anchoring.service.js';
import type { DueWork } from '../due-work.js';

/** The day that ended is fixed and published: what was recorded until then cannot be rewritten unseen. */
@Injectable()
export class AnchorAudit implements DueWork {
  readonly name = 'anchor-audit';
  readonly everyMs = 30_000;

  constructor(private readonly anchoring: AnchoringService) {}

  run(): Promise<unknown> {
    return this.anchoring.anchorDayEnded();
  }
}
