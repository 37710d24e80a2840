import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { TransparencyService } from './transparency.service.js';

@Module({ imports: [ConversationsModule], providers: [TransparencyService], exports: [TransparencyService] })
export class TransparencyModule {}
