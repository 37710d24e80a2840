import { Inject, Injectable } from '@nestjs/common';
import { MAIL_ATTEMPTS } from '#domain/notifications/mail-retry.js';
import { Clock } from '#platform/clock.js';
import { Mailer, mailProblemOf } from '#platform/mail/mailer.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { type ReportMailContent, reportMail } from './report-mail.js';

type Sending = Omit<ReportMailContent, 'consoleUrl' | 'unsubscribeUrl'> & { offToken: string };

/** The way out: what a report becomes on its way to the mail server. */
@Injectable()
export class ReportMailing {
  constructor(
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** False: no mail server is configured, and reports wait until there is one. */
  get isOn(): boolean {
    return this.mailer.isOn;
  }

  now(): Date {
    return this.clock.now();
  }

  /** Null: it was taken. Else why not. */
  async tryToSend({ offToken, ...content }: Sending): Promise<string | null> {
    const consoleUrl = this.runtime.config.CONSOLE_PUBLIC_URL;
    const unsubscribeUrl = new URL(`/api/oversight/reports/off/${offToken}`, consoleUrl).href;
    const mail = reportMail({ ...content, consoleUrl, unsubscribeUrl });
    try {
      await this.mailer.send(mail);
      return null;
    } catch (error) {
      return mailProblemOf(error);
    }
  }

  /** It is tried again by itself, until its last attempt. */
  isGivenUp({ mailId, attempt, problem }: { mailId: string; attempt: number; problem: string }): boolean {
    const isLast = attempt >= MAIL_ATTEMPTS;
    this.runtime.log[isLast ? 'error' : 'warn']({ mailId, attempt, problem }, 'the mail of a report was not taken');
    return isLast;
  }
}
