import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { LetterService } from './letter.service.js';
import { LetterReadingService } from './letter-reading.service.js';

@Module({
  imports: [ConversationsModule],
  providers: [LetterService, LetterReadingService],
  exports: [LetterService, LetterReadingService],
})
export class LettersModule {}
