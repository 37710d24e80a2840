import { Module } from '@nestjs/common';
import { ConversationsModule } from '../../conversations/conversations.module.js';
import { ReportService } from './report.service.js';

/** For the process in which reports are ordered. */
@Module({ imports: [ConversationsModule], providers: [ReportService], exports: [ReportService] })
export class ReportOrdersModule {}
