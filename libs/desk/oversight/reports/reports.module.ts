import { Module } from '@nestjs/common';
import { Mailer } from '#platform/mail/mailer.js';
import { ConversationsModule } from '../../conversations/conversations.module.js';
import { OversightModule } from '../oversight.module.js';
import { ReportMailing } from './report-mailing.js';
import { ReportSendingService } from './report-sending.service.js';

/** For the process that sends the mails. */
@Module({
  imports: [ConversationsModule, OversightModule],
  providers: [Mailer, ReportMailing, ReportSendingService],
  exports: [ReportSendingService],
})
export class ReportsModule {}
