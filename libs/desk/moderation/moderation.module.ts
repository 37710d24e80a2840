import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { AppealService } from './appeal.service.js';
import { AppealLodgingService } from './appeal-lodging.service.js';
import { DecisionService } from './decision.service.js';
import { HideProposalService } from './hide-proposal.service.js';
import { ModerationService } from './moderation.service.js';
import { ModerationQueueService } from './moderation-queue.service.js';
import { OriginalService } from './original.service.js';
import { ReasonCatalogueService } from './reason-catalogue.service.js';

const SERVICES = [
  AppealService,
  AppealLodgingService,
  DecisionService,
  HideProposalService,
  ModerationService,
  ModerationQueueService,
  OriginalService,
  ReasonCatalogueService,
];

@Module({ imports: [ConversationsModule], providers: SERVICES, exports: SERVICES })
export class ModerationModule {}
