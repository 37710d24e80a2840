import { Injectable } from '@nestjs/common';
import { DraftForgettingService } from '#desk/replies/draft-forgetting.service.js';
import type { DueWork } from '../due-work.js';

/** Drafts of conversations that are over since long. */
@Injectable()
export class ForgetDrafts implements DueWork {
  readonly name = 'forget-drafts';
  readonly everyMs = 3_600_000;

  constructor(private readonly drafts: DraftForgettingService) {}

  run(stop: AbortSignal): Promise<unknown> {
    return this.drafts.forgetOld(stop);
  }
}
