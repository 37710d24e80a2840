import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { DirectoryService } from './directory.service.js';

@Module({ imports: [ConversationsModule], providers: [DirectoryService], exports: [DirectoryService] })
export class DirectoryModule {}
