import { Inject, Injectable } from '@nestjs/common';
import { trackingHashOf } from '#desk/intake/web-intake.service.js';
import { TrackingService } from '#desk/publication/tracking.service.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { found } from '../layout/found.js';
import type { Page } from '../layout/page.js';
import { submissionIdOf } from '../submit/submission.form.js';
import { type Tracking, trackPage } from './track.page.js';

/** The page of a private link, with what was typed into one of its forms where that form comes back. */
@Injectable()
export class TrackedPage {
  constructor(
    private readonly tracking: TrackingService,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async of(
    token: string,
    shown: Partial<Pick<Tracking, 'form' | 'appealForm' | 'news' | 'problems'>> = {},
    answer: { status?: number; retryAfter?: number } = {},
  ): Promise<Page> {
    const conversation = found(await this.tracking.find(trackingHashOf(token)));
    const publicUrl = this.runtime.config.SITE_PUBLIC_URL;
    const form = { submissionId: submissionIdOf(null), body: '' };
    return trackPage({ form, ...shown, conversation, token, publicUrl }, answer);
  }
}
