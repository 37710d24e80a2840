import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { BulkOrderService } from './bulk-order.service.js';
import { BulkReadingService } from './bulk-reading.service.js';
import { FrozenSelection } from './frozen-selection.js';

@Module({
  imports: [ConversationsModule],
  providers: [BulkOrderService, BulkReadingService, FrozenSelection],
  exports: [BulkOrderService, BulkReadingService],
})
export class BulkModule {}
