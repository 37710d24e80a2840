import { Module } from '@nestjs/common';
import { AssignmentModule } from '#desk/assignment/assignment.module.js';
import { AuditModule } from '#desk/audit/audit.module.js';
import { BulkForgettingService } from '#desk/bulk/bulk-forgetting.service.js';
import { BulkWorkService } from '#desk/bulk/bulk-work.service.js';
import { RelayModule } from '#desk/conversations/relay.module.js';
import { DeadlinesModule } from '#desk/deadlines/deadlines.module.js';
import { ModerationModule } from '#desk/moderation/moderation.module.js';
import { DigestsModule } from '#desk/notifications/digests.module.js';
import { NotificationsModule } from '#desk/notifications/notifications.module.js';
import { MeasuringModule } from '#desk/oversight/measuring/measuring.module.js';
import { ReportsModule } from '#desk/oversight/reports/reports.module.js';
import { PresenceModule } from '#desk/presence/presence.module.js';
import { ReplyModule } from '#desk/replies/reply.module.js';
import { SearchModule } from '#desk/search/search.module.js';
import { TriageModule } from '#desk/triage/triage.module.js';
import { JOB_HANDLERS } from '#platform/jobs/job-handler.js';
import { JobWorkers } from '#platform/jobs/job-workers.js';
import { ChooseOfficerHandler } from './assignment/choose-officer.handler.js';
import { EscalateUntaken } from './assignment/escalate-untaken.due.js';
import { OfferEverywhere } from './assignment/offer-everywhere.due.js';
import { OfferQueuedHandler } from './assignment/offer-queued.handler.js';
import { WatchAttendance } from './assignment/watch-attendance.due.js';
import { AnchorAudit } from './audit/anchor-audit.due.js';
import { ChainEvents } from './audit/chain-events.due.js';
import { BulkCarrier } from './bulk/bulk-carrier.js';
import { CarryOutBulkHandler } from './bulk/carry-out-bulk.handler.js';
import { CarryOutOverlooked } from './bulk/carry-out-overlooked.due.js';
import { DeskHands } from './bulk/desk-hands.js';
import { ForgetBulks } from './bulk/forget-bulks.due.js';
import { DeriveDeadlinesHandler } from './deadlines/derive-deadlines.handler.js';
import { DeriveOverlooked } from './deadlines/derive-overlooked.due.js';
import { FillDeadlines } from './deadlines/fill-deadlines.due.js';
import { MoveDeadlinesHandler } from './deadlines/move-deadlines.handler.js';
import { WarnOfDeadlines } from './deadlines/warn-of-deadlines.due.js';
import { DUE_WORK } from './due-work.js';
import { ForgetReporters } from './moderation/forget-reporters.due.js';
import { ScreenMessageHandler } from './moderation/screen-message.handler.js';
import { ScreenOverlooked } from './moderation/screen-overlooked.due.js';
import { ForgetNotifications } from './notifications/forget-notifications.due.js';
import { NotifyOfficersHandler } from './notifications/notify-officers.handler.js';
import { SendDigests } from './notifications/send-digests.due.js';
import { TellOverlooked } from './notifications/tell-overlooked.due.js';
import { MeasureConversations } from './oversight/measure-conversations.due.js';
import { SendReports } from './oversight/send-reports.due.js';
import { ExpirePresence } from './presence/expire-presence.due.js';
import { ForgetDrafts } from './replies/forget-drafts.due.js';
import { SendWaitingReplies } from './replies/send-waiting-replies.due.js';
import { FillSearch } from './search/fill-search.due.js';
import { SweepService } from './sweep.service.js';
import { WakeSnoozed } from './triage/wake-snoozed.due.js';

const HANDLERS = [
  ScreenMessageHandler,
  ChooseOfficerHandler,
  OfferQueuedHandler,
  CarryOutBulkHandler,
  NotifyOfficersHandler,
  DeriveDeadlinesHandler,
  MoveDeadlinesHandler,
];
const DUE = [
  WakeSnoozed,
  SendWaitingReplies,
  ExpirePresence,
  ScreenOverlooked,
  ForgetReporters,
  WatchAttendance,
  OfferEverywhere,
  EscalateUntaken,
  DeriveOverlooked,
  FillDeadlines,
  WarnOfDeadlines,
  MeasureConversations,
  CarryOutOverlooked,
  ForgetBulks,
  TellOverlooked,
  ForgetNotifications,
  ForgetDrafts,
  SendDigests,
  SendReports,
  FillSearch,
  ChainEvents,
  AnchorAudit,
];

@Module({
  imports: [
    RelayModule,
    ModerationModule,
    AssignmentModule,
    DeadlinesModule,
    NotificationsModule,
    ReplyModule,
    SearchModule,
    TriageModule,
    PresenceModule,
    MeasuringModule,
    DigestsModule,
    ReportsModule,
    AuditModule,
  ],
  providers: [
    ...HANDLERS,
    { provide: JOB_HANDLERS, useFactory: (...handlers: unknown[]) => handlers, inject: HANDLERS },
    ...DUE,
    { provide: DUE_WORK, useFactory: (...work: unknown[]) => work, inject: DUE },
    BulkForgettingService,
    BulkWorkService,
    DeskHands,
    BulkCarrier,
    JobWorkers,
    SweepService,
  ],
})
export class WorkerModule {}
