import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  followCalendarSchema,
  followedSchema,
  holidayRegionListSchema,
  holidayRegionQuerySchema,
} from '#contracts/calendars.http.js';
import { CalendarReadingService } from '#desk/calendars/calendar-reading.service.js';
import { FollowedCalendarService } from '#desk/calendars/followed-calendar.service.js';
import { SlugParam } from '#platform/http/slug-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('calendars')
@Controller('api')
export class FollowedCalendarController {
  constructor(
    private readonly followed: FollowedCalendarService,
    private readonly reading: CalendarReadingService,
  ) {}

  @Put('departments/:slug/calendar')
  @ApiOkResponse({ standardSchema: followedSchema })
  async follow(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
    @Body({ schema: followCalendarSchema }) body: z.infer<typeof followCalendarSchema>,
  ): Promise<z.infer<typeof followedSchema>> {
    await this.followed.follow(actor, slug, body);
    return { calendar: body.calendar };
  }

  /** Whose public holidays there are: countries, the states of one, the regions of one of these. */
  @Get('holiday-regions')
  @ApiOkResponse({ standardSchema: holidayRegionListSchema })
  async regions(@Query({ schema: holidayRegionQuerySchema }) query: z.infer<typeof holidayRegionQuerySchema>) {
    return { items: await this.reading.regions(query) };
  }
}
