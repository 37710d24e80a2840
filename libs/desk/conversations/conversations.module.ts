import { Module } from '@nestjs/common';
import { ConversationReadingService } from './conversation-reading.service.js';
import { InboxService } from './inbox.service.js';
import { ReadableDepartments } from './readable-departments.js';

const PROVIDERS = [ConversationReadingService, InboxService, ReadableDepartments];

@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class ConversationsModule {}
