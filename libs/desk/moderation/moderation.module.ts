import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { DecisionService } from './decision.service.js';
import { ExternalClassifier } from './external-classifier.js';
import { HideProposalService } from './hide-proposal.service.js';
import { ModerationQueueService } from './moderation-queue.service.js';
import { OriginalService } from './original.service.js';
import { ReasonCatalogueService } from './reason-catalogue.service.js';
import { ScreeningService } from './screening.service.js';
import { ScreeningPolicyService } from './screening-policy.service.js';

const SERVICES = [
  DecisionService,
  HideProposalService,
  ModerationQueueService,
  OriginalService,
  ReasonCatalogueService,
  ScreeningService,
  ScreeningPolicyService,
];

@Module({ imports: [ConversationsModule], providers: [...SERVICES, ExternalClassifier], exports: SERVICES })
export class ModerationModule {}
