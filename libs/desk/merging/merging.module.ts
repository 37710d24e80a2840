import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { MergingService } from './merging.service.js';
import { RelatedService } from './related.service.js';

@Module({
  imports: [ConversationsModule],
  providers: [MergingService, RelatedService],
  exports: [MergingService, RelatedService],
})
export class MergingModule {}
