import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { SearchService } from './search.service.js';
import { SearchFillService } from './search-fill.service.js';
import { SimilarService } from './similar.service.js';
import { WordSharesReader } from './word-shares.js';

@Module({
  imports: [ConversationsModule],
  providers: [SearchService, SearchFillService, SimilarService, WordSharesReader],
  exports: [SearchService, SearchFillService, SimilarService],
})
export class SearchModule {}
