import { Module } from '@nestjs/common';
import { ReaderReportService } from './reader-report.service.js';

/** What the public site needs of moderation. */
@Module({ providers: [ReaderReportService], exports: [ReaderReportService] })
export class ReaderReportsModule {}
