import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Digest } from '#database/entities/digest.entity.js';
import { transaction } from '#database/transaction.js';
import { MAIL_ATTEMPTS } from '#domain/notifications/mail-retry.js';
import { Clock } from '#platform/clock.js';
import { offHashOf } from '#platform/mail/mail-attempt.js';
import { Mailer, mailProblemOf } from '#platform/mail/mailer.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { claimDigests, type TakenDigest, takeDigest } from './claim-digests.js';
import { digestLines, digestOfficer } from './digest.queries.js';
import { digestMail } from './digest-mail.js';

/**
 * Mails what officers have not seen while they were away. Each line is in one mail, and each mail is claimed in
 * PostgreSQL before it is sent: a crash between the sending and the note of it sends that one mail again, with the same
 * message id, and never more.
 */
@Injectable()
export class DigestService implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.mailer.isOn) this.runtime.log.info('SMTP_URL is not set: no digest mails are sent');
  }

  /** One after the other, until none is due or it is told to stop: the rest is sent by the next worker. */
  async sendDue(stop: AbortSignal): Promise<void> {
    if (!this.mailer.isOn) return;
    const now = this.clock.now();
    await transaction(this.dataSource, (tx) => claimDigests(tx, now));
    while (!stop.aborted) {
      const taken = await transaction(this.dataSource, (tx) => takeDigest(tx, now));
      if (!taken) return;
      await this.send(taken);
    }
  }

  private async send(taken: TakenDigest): Promise<void> {
    const [officer, { lines, total }] = await Promise.all([
      digestOfficer(this.dataSource, taken.officerId),
      digestLines(this.dataSource, taken.id),
    ]);
    if (!officer || total === 0) return this.end(taken, 'nothing-left');
    const consoleUrl = this.runtime.config.CONSOLE_PUBLIC_URL;
    const unsubscribeUrl = new URL(`/api/digests/off/${taken.offToken}`, consoleUrl).href;
    try {
      await this.mailer.send(digestMail({ digestId: taken.id, officer, lines, total, consoleUrl, unsubscribeUrl }));
    } catch (error) {
      return this.failed(taken, mailProblemOf(error));
    }
    await this.end(taken, 'sent');
  }

  /** It is tried again by itself; what is given up stays unread in the console. */
  private async failed(taken: TakenDigest, problem: string): Promise<void> {
    const { id: digestId, attempt } = taken;
    const isLast = attempt >= MAIL_ATTEMPTS;
    this.runtime.log[isLast ? 'error' : 'warn']({ digestId, attempt, problem }, 'a digest mail was not taken');
    if (isLast) await this.end(taken, 'given-up');
  }

  /** Nothing has to be sent again: the hash of the secret is enough from here on. */
  private async end({ id, offToken }: TakenDigest, outcome: 'sent' | 'nothing-left' | 'given-up'): Promise<void> {
    await this.dataSource.manager.update(
      Digest,
      { id },
      { endedAt: this.clock.now(), outcome, offHash: offHashOf(offToken) },
    );
  }
}
