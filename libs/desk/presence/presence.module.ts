import { Module } from '@nestjs/common';
import { ConversationPresenceService } from './conversation-presence.service.js';

@Module({ providers: [ConversationPresenceService], exports: [ConversationPresenceService] })
export class PresenceModule {}
