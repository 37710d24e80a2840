import { Body, Controller, Get, Inject, Ip, Param, Post, Query } from '@nestjs/common';
import { BODY_LIMIT } from '#contracts/intake.http.js';
import { trackingHashOf, WebIntakeService } from '#desk/intake/web-intake.service.js';
import { type TrackedConversation, TrackingService } from '#desk/publication/tracking.service.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { found } from '../layout/found.js';
import { type Page, Redirection } from '../layout/page.js';
import { type Visit, Visiting } from '../layout/visit.js';
import { fieldOf, textProblems } from '../submit/field-problem.js';
import { SendingLimit } from '../submit/sending-limit.js';
import { submissionIdOf } from '../submit/submission.form.js';
import { tooMany } from '../submit/too-many.js';
import { type FurtherForm, newsOf, trackPage } from './track.page.js';

const BODY_RULE = { field: 'body', limit: BODY_LIMIT, empty: 'problem.body.empty', long: 'problem.body.long' } as const;

@Controller('track')
export class TrackController {
  constructor(
    private readonly tracking: TrackingService,
    private readonly intake: WebIntakeService,
    private readonly limit: SendingLimit,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get(':token')
  async read(@Param('token') token: string, @Query('sent') sent: unknown): Promise<Page> {
    return this.page(token, { form: { submissionId: submissionIdOf(null), body: '' }, news: newsOf(sent) });
  }

  @Post(':token')
  async write(
    @Param('token') token: string,
    @Body() body: unknown,
    @Ip() address: string,
    @Visiting() visit: Visit,
  ): Promise<Page | Redirection> {
    const form: FurtherForm = { submissionId: submissionIdOf(body), body: fieldOf(body, 'body') };
    const problems = textProblems(form.body, BODY_RULE);
    if (problems.length > 0) return this.page(token, { form, problems }, { status: 422 });
    const wait = await this.limit.secondsToWait(address);
    if (wait !== null)
      return this.page(token, { form, problems: tooMany('body', wait) }, { status: 429, retryAfter: wait });
    const { duplicate } = await this.intake.follow(token, form);
    return new Redirection(visit.link(`/track/${token}`, { sent: duplicate ? 'again' : 'further' }), 303);
  }

  private async page(
    token: string,
    shown: Pick<Parameters<typeof trackPage>[0], 'form' | 'news' | 'problems'>,
    answer: { status?: number; retryAfter?: number } = {},
  ): Promise<Page> {
    const conversation: TrackedConversation = found(await this.tracking.find(trackingHashOf(token)));
    const publicUrl = this.runtime.config.SITE_PUBLIC_URL;
    return trackPage({ ...shown, conversation, token, publicUrl }, answer);
  }
}
