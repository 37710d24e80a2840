import { Injectable } from '@nestjs/common';
import { ReaderReportService } from '#desk/moderation/reader-report.service.js';
import type { DueWork } from '../due-work.js';

/** What told one reader from another is kept for days, not for good. */
@Injectable()
export class ForgetReporters implements DueWork {
  readonly name = 'forget-reporters';
  readonly everyMs = 10 * 60_000;

  constructor(private readonly reports: ReaderReportService) {}

  run(): Promise<unknown> {
    return this.reports.forgetAddresses();
  }
}
