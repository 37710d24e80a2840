import { Module } from '@nestjs/common';
import { CalendarService } from './calendar.service.js';
import { CalendarArchiveService } from './calendar-archive.service.js';
import { CalendarImportService } from './calendar-import.service.js';
import { CalendarPreviewService } from './calendar-preview.service.js';
import { CalendarReadingService } from './calendar-reading.service.js';
import { FollowedCalendarService } from './followed-calendar.service.js';

const PROVIDERS = [
  CalendarService,
  CalendarReadingService,
  CalendarArchiveService,
  CalendarPreviewService,
  CalendarImportService,
  FollowedCalendarService,
];

@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class CalendarsModule {}
