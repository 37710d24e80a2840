import { Body, Controller, Get, Ip, Param, Post, Query } from '@nestjs/common';
import { BODY_LIMIT } from '#contracts/intake.http.js';
import { WebIntakeService } from '#desk/intake/web-intake.service.js';
import { type Page, Redirection } from '../layout/page.js';
import { type Visit, Visiting } from '../layout/visit.js';
import { fieldOf, textProblems } from '../submit/field-problem.js';
import { SendingLimit } from '../submit/sending-limit.js';
import { submissionIdOf } from '../submit/submission.form.js';
import { tooMany } from '../submit/too-many.js';
import { type FurtherForm, newsOf } from './track.page.js';
import { TrackedPage } from './tracked-page.js';

const BODY_RULE = { field: 'body', limit: BODY_LIMIT, empty: 'problem.body.empty', long: 'problem.body.long' } as const;

@Controller('track')
export class TrackController {
  constructor(
    private readonly page: TrackedPage,
    private readonly intake: WebIntakeService,
    private readonly limit: SendingLimit,
  ) {}

  @Get(':token')
  async read(@Param('token') token: string, @Query('sent') sent: unknown): Promise<Page> {
    return this.page.of(token, { news: newsOf(sent) });
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
    if (problems.length > 0) return this.page.of(token, { form, problems }, { status: 422 });
    const wait = await this.limit.secondsToWait(address);
    if (wait !== null)
      return this.page.of(token, { form, problems: tooMany('body', wait) }, { status: 429, retryAfter: wait });
    const { duplicate } = await this.intake.follow(token, form);
    return new Redirection(visit.link(`/track/${token}`, { sent: duplicate ? 'again' : 'further' }), 303);
  }
}
