import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { AppealService } from './appeal.service.js';
import { AppealLodgingService } from './appeal-lodging.service.js';
import { AuthorHistoryService } from './author-history.service.js';
import { DecisionService } from './decision.service.js';
import { ExternalClassifier } from './external-classifier.js';
import { HideProposalService } from './hide-proposal.service.js';
import { ModerationClaimService } from './moderation-claim.service.js';
import { ModerationQueueService } from './moderation-queue.service.js';
import { ModeratorSettingService } from './moderator-setting.service.js';
import { OriginalService } from './original.service.js';
import { ReaderReportsModule } from './reader-reports.module.js';
import { ReasonCatalogueService } from './reason-catalogue.service.js';
import { ReportDecisionService } from './report-decision.service.js';
import { ReportedQueueService } from './reported-queue.service.js';
import { ReporterMuteService } from './reporter-mute.service.js';
import { ScreeningService } from './screening.service.js';
import { ScreeningPolicyService } from './screening-policy.service.js';

const SERVICES = [
  AppealService,
  AppealLodgingService,
  AuthorHistoryService,
  ModerationClaimService,
  ModeratorSettingService,
  ReportDecisionService,
  ReportedQueueService,
  ReporterMuteService,
  DecisionService,
  HideProposalService,
  ModerationQueueService,
  OriginalService,
  ReasonCatalogueService,
  ScreeningService,
  ScreeningPolicyService,
];

@Module({
  imports: [ConversationsModule, ReaderReportsModule],
  providers: [...SERVICES, ExternalClassifier],
  exports: [...SERVICES, ReaderReportsModule],
})
export class ModerationModule {}
