import { Body, Controller, Get, Ip, Post, Query } from '@nestjs/common';
import { WebIntakeService } from '#desk/intake/web-intake.service.js';
import { PublicationService } from '#desk/publication/publication.service.js';
import { type Page, Redirection } from '../layout/page.js';
import { type Visit, Visiting } from '../layout/visit.js';
import { SendingLimit } from './sending-limit.js';
import { checkSubmission, emptySubmission, submissionOf } from './submission.form.js';
import { submitPage } from './submit.page.js';
import { tooMany } from './too-many.js';

@Controller('submit')
export class SubmitController {
  constructor(
    private readonly publication: PublicationService,
    private readonly intake: WebIntakeService,
    private readonly limit: SendingLimit,
  ) {}

  @Get()
  async form(@Query('department') department: unknown): Promise<Page> {
    const form = emptySubmission(typeof department === 'string' ? department : '');
    return submitPage({ form, departments: await this.publication.departments() });
  }

  @Post()
  async send(@Body() body: unknown, @Ip() address: string, @Visiting() visit: Visit): Promise<Page | Redirection> {
    const form = submissionOf(body);
    const departments = await this.publication.departments();
    const { submission, problems } = checkSubmission(form, departments);
    if (problems) return submitPage({ form, departments, problems }, { status: 422 });
    const wait = await this.limit.secondsToWait(address);
    if (wait !== null) {
      return submitPage({ form, departments, problems: tooMany('body', wait) }, { status: 429, retryAfter: wait });
    }
    const { trackingToken, duplicate } = await this.intake.submit(submission);
    return new Redirection(visit.link(`/track/${trackingToken}`, { sent: duplicate ? 'again' : '1' }), 303);
  }
}
