import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  CALENDAR_BYTES_LIMIT,
  type CalendarDraft,
  calendarDraftSchema,
  previewFollowingSchema,
} from '#contracts/calendars.http.js';
import { type DeadlinePreview, deadlinePreviewSchema } from '#contracts/deadlines.http.js';
import { CalendarService } from '#desk/calendars/calendar.service.js';
import { FollowedCalendarService } from '#desk/calendars/followed-calendar.service.js';
import { CalendarMovesService } from '#desk/deadlines/calendar-moves.service.js';
import { SlugParam } from '#platform/http/slug-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

/** How many open deadlines a calendar would move, before it does: in all departments that are to follow it. */
@ApiTags('deadlines')
@Controller('api')
export class CalendarMovesController {
  constructor(
    private readonly calendars: CalendarService,
    private readonly followed: FollowedCalendarService,
    private readonly moves: CalendarMovesService,
  ) {}

  @Post('calendars/:slug/moves')
  @RouteConfig({ bodyLimit: CALENDAR_BYTES_LIMIT })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: deadlinePreviewSchema })
  async ofVersion(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
    @Body({ schema: calendarDraftSchema }) draft: CalendarDraft,
  ): Promise<DeadlinePreview> {
    return this.moves.of(await this.calendars.proposed(actor, slug, draft));
  }

  @Post('departments/:slug/calendar/moves')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: deadlinePreviewSchema })
  async ofFollowing(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
    @Body({ schema: previewFollowingSchema }) { calendar }: z.infer<typeof previewFollowingSchema>,
  ): Promise<DeadlinePreview> {
    return this.moves.of(await this.followed.proposed(actor, slug, calendar));
  }
}
