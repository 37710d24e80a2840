import { Body, Controller, Ip, Param, Post } from '@nestjs/common';
import { APPEAL_LIMIT } from '#contracts/appeals.http.js';
import { trackingHashOf } from '#desk/intake/web-intake.service.js';
import { AppealLodgingService } from '#desk/moderation/appeal-lodging.service.js';
import { Refusal } from '#domain/refusal.js';
import { type Page, Redirection } from '../layout/page.js';
import { type Visit, Visiting } from '../layout/visit.js';
import { fieldOf, textProblems } from '../submit/field-problem.js';
import { SendingLimit } from '../submit/sending-limit.js';
import { submissionIdOf } from '../submit/submission.form.js';
import { tooMany } from '../submit/too-many.js';
import { type AppealForm, answerField, appealField } from './appeal-forms.js';
import type { News } from './track-notices.js';
import { TrackedPage } from './tracked-page.js';

interface Sending {
  token: string;
  address: string;
  visit: Visit;
  form: AppealForm;
  news: News;
  /** Answers whether it was new. */
  send: () => Promise<boolean>;
}

/** Appeals from the private link, and answers to what is asked about them. */
@Controller('track/:token/appeals')
export class AppealController {
  constructor(
    private readonly appeals: AppealLodgingService,
    private readonly limit: SendingLimit,
    private readonly page: TrackedPage,
  ) {}

  @Post()
  appeal(
    @Param('token') token: string,
    @Body() sent: unknown,
    @Ip() address: string,
    @Visiting() visit: Visit,
  ): Promise<Page | Redirection> {
    const decisionId = idOf(fieldOf(sent, 'decisionId'));
    const form = formOf(sent, appealField(decisionId));
    const send = () => this.appeals.lodge(trackingHashOf(token), { id: form.id, decisionId, body: form.body.trim() });
    return this.answerTo({ token, address, visit, form, news: 'appealed', send });
  }

  @Post(':appealId/answers')
  answer(
    @Param('token') token: string,
    @Param('appealId') named: string,
    @Body() sent: unknown,
    @Ip() address: string,
    @Visiting() visit: Visit,
  ): Promise<Page | Redirection> {
    const appealId = idOf(named);
    const form = formOf(sent, answerField(appealId));
    const send = () => this.appeals.answer(trackingHashOf(token), { appealId, id: form.id, body: form.body.trim() });
    return this.answerTo({ token, address, visit, form, news: 'answered', send });
  }

  private async answerTo({ token, address, visit, form, news, send }: Sending): Promise<Page | Redirection> {
    const { field, body } = form;
    const rule = { field, limit: APPEAL_LIMIT, empty: 'problem.appeal.empty', long: 'problem.appeal.long' } as const;
    const problems = textProblems(body, rule);
    if (problems.length > 0) return this.page.of(token, { appealForm: form, problems }, { status: 422 });
    const wait = await this.limit.secondsToWait(address);
    if (wait !== null) {
      const answer = { status: 429, retryAfter: wait };
      return this.page.of(token, { appealForm: form, problems: tooMany(field, wait) }, answer);
    }
    try {
      const isNew = await send();
      return new Redirection(visit.link(`/track/${token}`, { sent: isNew ? news : 'again' }), 303);
    } catch (refused) {
      if (!(refused instanceof Refusal) || refused.code !== 'wrong-state') throw refused;
      const late = [{ field: 'thread', key: 'problem.appeal.gone' } as const];
      return this.page.of(token, { appealForm: form, problems: late }, { status: 409 });
    }
  }
}

function formOf(sent: unknown, field: string): AppealForm {
  return { field, id: submissionIdOf(sent), body: fieldOf(sent, field) };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function idOf(text: string): string {
  if (UUID.test(text)) return text;
  throw new Refusal('not-found');
}
