import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CannedReplyService } from './canned-reply.service.js';
import { CannedReplyReadingService } from './canned-reply-reading.service.js';

const PROVIDERS = [CannedReplyService, CannedReplyReadingService];

@Module({ imports: [ConversationsModule], providers: PROVIDERS, exports: PROVIDERS })
export class CannedRepliesModule {}
