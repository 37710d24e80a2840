import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AssignmentModule } from '#desk/assignment/assignment.module.js';
import { BulkModule } from '#desk/bulk/bulk.module.js';
import { CalendarsModule } from '#desk/calendars/calendars.module.js';
import { CannedRepliesModule } from '#desk/canned-replies/canned-replies.module.js';
import { ConversationsModule } from '#desk/conversations/conversations.module.js';
import { DeadlinesModule } from '#desk/deadlines/deadlines.module.js';
import { DirectoryModule } from '#desk/directory/directory.module.js';
import { IdentityModule } from '#desk/identity/identity.module.js';
import { IntakeModule } from '#desk/intake/intake.module.js';
import { LettersModule } from '#desk/letters/letters.module.js';
import { MergingModule } from '#desk/merging/merging.module.js';
import { ModerationModule } from '#desk/moderation/moderation.module.js';
import { NotesModule } from '#desk/notes/notes.module.js';
import { NotificationsModule } from '#desk/notifications/notifications.module.js';
import { OversightModule } from '#desk/oversight/oversight.module.js';
import { ReportOrdersModule } from '#desk/oversight/reports/report-orders.module.js';
import { PresenceModule } from '#desk/presence/presence.module.js';
import { ReplyModule } from '#desk/replies/reply.module.js';
import { SearchModule } from '#desk/search/search.module.js';
import { TriageModule } from '#desk/triage/triage.module.js';
import { DepartmentHeadController } from './assignment/department-head.controller.js';
import { NextController } from './assignment/next.controller.js';
import { RemovalController } from './assignment/removal.controller.js';
import { StaffingController } from './assignment/staffing.controller.js';
import { BulkController } from './bulk/bulk.controller.js';
import { CalendarArchiveController } from './calendars/calendar-archive.controller.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { FollowedCalendarController } from './calendars/followed-calendar.controller.js';
import { CannedRepliesController } from './canned-replies/canned-replies.controller.js';
import { ConversationsController } from './conversations/conversations.controller.js';
import { InboxController } from './conversations/inbox.controller.js';
import { CalendarMovesController } from './deadlines/calendar-moves.controller.js';
import { DeadlinePolicyController } from './deadlines/deadline-policy.controller.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { DirectoryController } from './directory/directory.controller.js';
import { DraftsController } from './drafts/drafts.controller.js';
import { SessionController } from './identity/session.controller.js';
import { SessionGuard } from './identity/session.guard.js';
import { IntakeController } from './intake/intake.controller.js';
import { LettersController } from './letters/letters.controller.js';
import { ConversationPresenceGateway } from './live/conversation-presence.gateway.js';
import { LiveGateway } from './live/live.gateway.js';
import { MergingController } from './merging/merging.controller.js';
import { AppealsController } from './moderation/appeals.controller.js';
import { DeskScreeningPolicyController } from './moderation/desk-screening-policy.controller.js';
import { HideProposalsController } from './moderation/hide-proposals.controller.js';
import { ModerationController } from './moderation/moderation.controller.js';
import { ModerationReasonsController } from './moderation/moderation-reasons.controller.js';
import { ModeratorsController } from './moderation/moderators.controller.js';
import { ReaderReportsController } from './moderation/reader-reports.controller.js';
import { ScreeningPolicyController } from './moderation/screening-policy.controller.js';
import { NotesController } from './notes/notes.controller.js';
import { DigestOffController } from './notifications/digest-off.controller.js';
import { NotificationsController } from './notifications/notifications.controller.js';
import { OversightController } from './oversight/oversight.controller.js';
import { ReportOffController } from './oversight/report-off.controller.js';
import { ReportsController } from './oversight/reports.controller.js';
import { RepliesController } from './replies/replies.controller.js';
import { UndoSettingController } from './replies/undo-setting.controller.js';
import { SimilarController } from './search/similar.controller.js';
import { SavedViewsController } from './triage/saved-views.controller.js';
import { TagsController } from './triage/tags.controller.js';
import { TriageController } from './triage/triage.controller.js';

@Module({
  imports: [
    AssignmentModule,
    BulkModule,
    CalendarsModule,
    CannedRepliesModule,
    ConversationsModule,
    DeadlinesModule,
    DirectoryModule,
    IdentityModule,
    IntakeModule,
    LettersModule,
    MergingModule,
    ModerationModule,
    NotesModule,
    NotificationsModule,
    OversightModule,
    PresenceModule,
    ReplyModule,
    ReportOrdersModule,
    SearchModule,
    TriageModule,
  ],
  controllers: [
    SessionController,
    IntakeController,
    NextController,
    InboxController,
    StaffingController,
    DepartmentHeadController,
    RemovalController,
    ConversationsController,
    CannedRepliesController,
    BulkController,
    CalendarsController,
    CalendarArchiveController,
    FollowedCalendarController,
    CalendarMovesController,
    DeadlinePolicyController,
    DeadlinesController,
    DirectoryController,
    LettersController,
    MergingController,
    AppealsController,
    HideProposalsController,
    ModerationController,
    ScreeningPolicyController,
    DeskScreeningPolicyController,
    ModerationReasonsController,
    ModeratorsController,
    ReaderReportsController,
    NotesController,
    NotificationsController,
    DigestOffController,
    OversightController,
    ReportsController,
    ReportOffController,
    RepliesController,
    DraftsController,
    UndoSettingController,
    SimilarController,
    SavedViewsController,
    TagsController,
    TriageController,
  ],
  providers: [LiveGateway, ConversationPresenceGateway, { provide: APP_GUARD, useClass: SessionGuard }],
})
export class ApiModule {}
