import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { OversightService } from './oversight.service.js';

@Module({ imports: [ConversationsModule], providers: [OversightService], exports: [OversightService] })
export class OversightModule {}
