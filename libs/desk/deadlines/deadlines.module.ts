import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CalendarMovesService } from './calendar-moves.service.js';
import { DeadlinePolicyService } from './deadline-policy.service.js';
import { DeadlineReadingService } from './deadline-reading.service.js';
import { DerivationService } from './derivation.service.js';
import { HistoryFillService } from './history-fill.service.js';
import { MoveDeadlinesService } from './move-deadlines.service.js';
import { OverlookedService } from './overlooked.service.js';
import { WarningService } from './warning.service.js';

const SERVICES = [
  DerivationService,
  MoveDeadlinesService,
  OverlookedService,
  HistoryFillService,
  DeadlinePolicyService,
  CalendarMovesService,
  DeadlineReadingService,
  WarningService,
];

@Module({ imports: [ConversationsModule], providers: SERVICES, exports: SERVICES })
export class DeadlinesModule {}
