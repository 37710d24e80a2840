import { Injectable } from '@nestjs/common';
import { EscalationService } from '#desk/assignment/escalation.service.js';
import type { DueWork } from '../due-work.js';

/** What nobody took in the department's time. */
@Injectable()
export class EscalateUntaken implements DueWork {
  readonly name = 'escalate-untaken';
  readonly everyMs = 15_000;

  constructor(private readonly escalation: EscalationService) {}

  run(): Promise<unknown> {
    return this.escalation.escalate();
  }
}
