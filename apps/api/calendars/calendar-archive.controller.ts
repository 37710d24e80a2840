import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type CalendarView, calendarSchema } from '#contracts/calendars.http.js';
import { CalendarArchiveService } from '#desk/calendars/calendar-archive.service.js';
import { CalendarReadingService } from '#desk/calendars/calendar-reading.service.js';
import { SlugParam } from '#platform/http/slug-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('calendars')
@Controller('api/calendars')
export class CalendarArchiveController {
  constructor(
    private readonly archives: CalendarArchiveService,
    private readonly reading: CalendarReadingService,
  ) {}

  /** Refused with those that follow it. */
  @Post(':slug/archive')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: calendarSchema })
  async archive(@CurrentOfficer() { actor }: SignedIn, @Param('slug', SlugParam) slug: string): Promise<CalendarView> {
    await this.archives.archive(actor, slug);
    return this.reading.one(actor, slug);
  }

  @Post(':slug/restore')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: calendarSchema })
  async restore(@CurrentOfficer() { actor }: SignedIn, @Param('slug', SlugParam) slug: string): Promise<CalendarView> {
    await this.archives.restore(actor, slug);
    return this.reading.one(actor, slug);
  }
}
