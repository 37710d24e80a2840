import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { ExternalClassifier } from './external-classifier.js';
import { ModerationService } from './moderation.service.js';
import { ModerationQueueService } from './moderation-queue.service.js';
import { ScreeningService } from './screening.service.js';
import { ScreeningPolicyService } from './screening-policy.service.js';

@Module({
  imports: [ConversationsModule],
  providers: [ModerationService, ModerationQueueService, ScreeningService, ScreeningPolicyService, ExternalClassifier],
  exports: [ModerationService, ModerationQueueService, ScreeningService, ScreeningPolicyService],
})
export class ModerationModule {}
