import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { ModerationService } from './moderation.service.js';
import { ModerationQueueService } from './moderation-queue.service.js';

@Module({
  imports: [ConversationsModule],
  providers: [ModerationService, ModerationQueueService],
  exports: [ModerationService, ModerationQueueService],
})
export class ModerationModule {}
