import { Body, Controller, Get, Headers, Inject, Ip, Param, Post } from '@nestjs/common';
import { ReaderReportService } from '#desk/moderation/reader-report.service.js';
import { PublicationService } from '#desk/publication/publication.service.js';
import { normaliseReference } from '#domain/conversations/reference.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { found } from '../layout/found.js';
import { type Page, Redirection } from '../layout/page.js';
import { type Visit, Visiting } from '../layout/visit.js';
import { networkOf, SendingLimit } from '../submit/sending-limit.js';
import { tooMany } from '../submit/too-many.js';
import { checkReport, EMPTY_REPORT, reportOf } from './report.form.js';
import { type Reportable, reportPage, reportSentPage } from './report.page.js';
import { REPORTS_PATH, reporterCookie, reporterTokenIn } from './reporter-cookie.js';

/** What readers say against a public message. What is not public cannot be reported, nor told from what is not there. */
@Controller(REPORTS_PATH)
export class ReportController {
  constructor(
    private readonly publication: PublicationService,
    private readonly reports: ReaderReportService,
    private readonly limit: SendingLimit,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get('sent/:reference')
  sent(@Param('reference') reference: string): Page {
    return reportSentPage(found(normaliseReference(reference)));
  }

  @Get(':reference/:messageId')
  async form(@Param('reference') reference: string, @Param('messageId') messageId: string): Promise<Page> {
    return reportPage({ about: await this.reportable(reference, messageId), form: EMPTY_REPORT });
  }

  @Post(':reference/:messageId')
  async send(
    @Param('reference') reference: string,
    @Param('messageId') messageId: string,
    @Body() body: unknown,
    @Ip() address: string,
    @Headers('cookie') cookies: string | undefined,
    @Visiting() visit: Visit,
  ): Promise<Page | Redirection> {
    const about = await this.reportable(reference, messageId);
    const form = reportOf(body);
    const problems = checkReport(form);
    const { reason, words, isToBeKnown } = form;
    if (problems.length > 0 || reason === null) return reportPage({ about, form, problems }, { status: 422 });
    const wait = await this.limit.secondsToWait(address);
    if (wait !== null) {
      return reportPage({ about, form, problems: tooMany('words', wait) }, { status: 429, retryAfter: wait });
    }
    const { token } = await this.reports.receive({
      ...{ messageId, reason, words: words.trim() || null, isToBeKnown },
      network: networkOf(address),
      token: reporterTokenIn(cookies),
    });
    const cookie = token ? reporterCookie(token, this.runtime.config) : undefined;
    return new Redirection(visit.link(`/${REPORTS_PATH}/sent/${about.reference}`), 303, cookie);
  }

  private async reportable(typed: string, messageId: string): Promise<Reportable> {
    const reference = found(normaliseReference(typed));
    const conversation = found(await this.publication.conversation(reference));
    if ('movedTo' in conversation) return this.reportable(conversation.movedTo, messageId);
    const messages = conversation.thread.filter((entry) => entry.kind === 'message');
    const message = found(messages.find(({ key }) => key === messageId) ?? null);
    return { reference, message, department: conversation.department };
  }
}
