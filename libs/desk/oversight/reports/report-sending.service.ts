import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Figures } from '#contracts/oversight.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { ReportMail } from '#database/entities/report-mail.entity.js';
import { transaction } from '#database/transaction.js';
import { MEASURES } from '#domain/oversight/measure.js';
import { offHashOf } from '#platform/mail/mail-attempt.js';
import { ReadableDepartments } from '../../conversations/readable-departments.js';
import { FiguresService } from '../figures.service.js';
import { claimReport, type TakenReport, takeReport } from './claim-reports.js';
import { ReportMailing } from './report-mailing.js';
import { reportReader, reportToTell, type ToldReport } from './report-reader.js';

/**
 * Mails the reports whose moment has come. Each mail is set down in PostgreSQL before it is sent, one for each period; a
 * crash between the sending and the note of it sends that one mail again, with the same message id.
 */
@Injectable()
export class ReportSendingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly figures: FiguresService,
    private readonly departments: ReadableDepartments,
    private readonly mailing: ReportMailing,
  ) {}

  /** One after the other, until none is due or it is told to stop: the rest is sent by the next worker. */
  async sendDue(stop: AbortSignal): Promise<void> {
    if (!this.mailing.isOn) return;
    const now = this.mailing.now();
    while (!stop.aborted && (await transaction(this.dataSource, (tx) => claimReport(tx, now))));
    while (!stop.aborted) {
      const taken = await transaction(this.dataSource, (tx) => takeReport(tx, now));
      if (!taken) return;
      await this.send(taken);
    }
  }

  private async send(taken: TakenReport): Promise<void> {
    const report = await reportToTell(this.dataSource, taken.reportId);
    const reader = report && (await reportReader(this.dataSource, this.departments, report));
    if (!reader) return this.end(taken, 'not-allowed');
    const figures = await this.figuresOf(reader.departments, report, taken);
    const { attempt, id: mailId, offToken } = taken;
    const problem = await this.mailing.tryToSend({
      mailId,
      officer: reader,
      report,
      period: taken.period,
      figures,
      offToken,
    });
    if (problem === null) return this.end(taken, 'sent');
    if (this.mailing.isGivenUp({ mailId, attempt, problem })) await this.end(taken, 'given-up');
  }

  private async figuresOf(departments: Department[], report: ToldReport, { period }: TakenReport): Promise<Figures[]> {
    const { clock, timeZone } = report;
    const found = [];
    for (const measure of MEASURES.filter((one) => report.measures.includes(one))) {
      found.push(
        await this.figures.readOf(departments, { measure, clock, timeZone, ...period, groupBy: 'department' }),
      );
    }
    return found;
  }

  /** Nothing has to be sent again: the hash of the secret is enough from here on. */
  private async end({ id, offToken }: TakenReport, outcome: 'sent' | 'not-allowed' | 'given-up'): Promise<void> {
    const patch = { endedAt: this.mailing.now(), outcome, offHash: offHashOf(offToken) };
    await this.dataSource.manager.update(ReportMail, { id }, patch);
  }
}
