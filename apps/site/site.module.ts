import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { PublishedAnchorsModule } from '#desk/audit/published-anchors.module.js';
import { IntakeModule } from '#desk/intake/intake.module.js';
import { ReaderReportsModule } from '#desk/moderation/reader-reports.module.js';
import { OversightModule } from '#desk/oversight/oversight.module.js';
import { PublicationModule } from '#desk/publication/publication.module.js';
import { AssetController } from './assets/asset.controller.js';
import { AuditAnchorsController } from './audit/audit-anchors.controller.js';
import { ConversationController } from './conversations/conversation.controller.js';
import { DepartmentController } from './departments/department.controller.js';
import { HomeController } from './home/home.controller.js';
import { PageInterceptor } from './layout/page.interceptor.js';
import { LetterController } from './letters/letter.controller.js';
import { PerformanceController } from './performance/performance.controller.js';
import { PerformanceReading } from './performance/performance-reading.js';
import { ReportController } from './reports/report.controller.js';
import { SendingLimit } from './submit/sending-limit.js';
import { SubmitController } from './submit/submit.controller.js';
import { TrackController } from './track/track.controller.js';

@Module({
  imports: [IntakeModule, OversightModule, PublicationModule, PublishedAnchorsModule, ReaderReportsModule],
  controllers: [
    HomeController,
    DepartmentController,
    ConversationController,
    LetterController,
    PerformanceController,
    ReportController,
    SubmitController,
    TrackController,
    AuditAnchorsController,
    AssetController,
  ],
  providers: [SendingLimit, PerformanceReading, { provide: APP_INTERCEPTOR, useClass: PageInterceptor }],
})
export class SiteModule {}
