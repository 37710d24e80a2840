import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { AcknowledgeService } from './acknowledge.service.js';
import { ClassifyService } from './classify.service.js';
import { CountsService } from './counts.service.js';
import { FacetsService } from './facets.service.js';
import { PriorityService } from './priority.service.js';
import { SavedCountsService } from './saved-counts.service.js';
import { SavedViewService } from './saved-view.service.js';
import { SavedViewReadingService } from './saved-view-reading.service.js';
import { SnoozeService } from './snooze.service.js';
import { TagService } from './tag.service.js';
import { TagReadingService } from './tag-reading.service.js';
import { TaggingService } from './tagging.service.js';
import { TriageAct } from './triage-act.js';

const SERVICES = [
  AcknowledgeService,
  ClassifyService,
  CountsService,
  FacetsService,
  PriorityService,
  SavedViewReadingService,
  SavedViewService,
  SnoozeService,
  TaggingService,
  TagReadingService,
  TagService,
];

@Module({
  imports: [ConversationsModule],
  providers: [...SERVICES, SavedCountsService, TriageAct],
  exports: SERVICES,
})
export class TriageModule {}
