import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { PublishedAnchorsModule } from '#desk/audit/published-anchors.module.js';
import { IntakeModule } from '#desk/intake/intake.module.js';
import { ModerationModule } from '#desk/moderation/moderation.module.js';
import { OversightModule } from '#desk/oversight/oversight.module.js';
import { PublicationModule } from '#desk/publication/publication.module.js';
import { TransparencyModule } from '#desk/transparency/transparency.module.js';
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
import { AppealController } from './track/appeal.controller.js';
import { TrackController } from './track/track.controller.js';
import { TrackedPage } from './track/tracked-page.js';
import { TransparencyController } from './transparency/transparency.controller.js';

@Module({
  imports: [
    IntakeModule,
    ModerationModule,
    OversightModule,
    PublicationModule,
    PublishedAnchorsModule,
    TransparencyModule,
  ],
  controllers: [
    HomeController,
    DepartmentController,
    ConversationController,
    LetterController,
    PerformanceController,
    ReportController,
    TransparencyController,
    SubmitController,
    TrackController,
    AppealController,
    AuditAnchorsController,
    AssetController,
  ],
  providers: [SendingLimit, TrackedPage, PerformanceReading, { provide: APP_INTERCEPTOR, useClass: PageInterceptor }],
})
export class SiteModule {}
