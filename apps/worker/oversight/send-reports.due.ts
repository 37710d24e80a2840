import { Injectable } from '@nestjs/common';
import { ReportSendingService } from '#desk/oversight/reports/report-sending.service.js';
import type { DueWork } from '../due-work.js';

/** Reports on the response times, by mail to the supervisors who ordered them. */
@Injectable()
export class SendReports implements DueWork {
  readonly name = 'send-reports';
  readonly everyMs = 30_000;

  constructor(private readonly reports: ReportSendingService) {}

  run(stop: AbortSignal): Promise<unknown> {
    return this.reports.sendDue(stop);
  }
}
