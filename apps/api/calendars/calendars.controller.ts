import { Body, Controller, Get, Headers, HttpCode, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  CALENDAR_BYTES_LIMIT,
  type CalendarList,
  type CalendarPreview,
  type CalendarVersionView,
  type CalendarView,
  calendarListSchema,
  calendarPreviewSchema,
  calendarSchema,
  calendarVersionSchema,
  changeCalendarSchema,
  createCalendarSchema,
  type ImportResult,
  importQuerySchema,
  importResultSchema,
  previewCalendarSchema,
} from '#contracts/calendars.http.js';
import { CalendarService } from '#desk/calendars/calendar.service.js';
import { CalendarImportService } from '#desk/calendars/calendar-import.service.js';
import { CalendarPreviewService } from '#desk/calendars/calendar-preview.service.js';
import { CalendarReadingService } from '#desk/calendars/calendar-reading.service.js';
import { CalendarMovesService } from '#desk/deadlines/calendar-moves.service.js';
import { SlugParam } from '#platform/http/slug-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';
import { importedFile } from './imported-file.js';

type Preview = z.infer<typeof previewCalendarSchema>;

@ApiTags('calendars')
@Controller('api/calendars')
export class CalendarsController {
  constructor(
    private readonly calendars: CalendarService,
    private readonly reading: CalendarReadingService,
    private readonly previews: CalendarPreviewService,
    private readonly imports: CalendarImportService,
    private readonly moves: CalendarMovesService,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: calendarListSchema })
  all(@CurrentOfficer() { actor }: SignedIn): Promise<CalendarList> {
    return this.reading.all(actor);
  }

  @Post()
  @RouteConfig({ bodyLimit: CALENDAR_BYTES_LIMIT })
  @ApiCreatedResponse({ standardSchema: calendarSchema })
  async create(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: createCalendarSchema }) body: z.infer<typeof createCalendarSchema>,
  ): Promise<CalendarView> {
    await this.calendars.create(actor, body);
    return this.reading.one(actor, body.slug);
  }

  /** What a calendar that is yet to be made would say of a year. */
  @Post('preview')
  @RouteConfig({ bodyLimit: CALENDAR_BYTES_LIMIT })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: calendarPreviewSchema })
  previewNew(@Body({ schema: previewCalendarSchema }) body: Preview): Promise<CalendarPreview> {
    return this.previews.preview(body);
  }

  @Get(':slug')
  @ApiOkResponse({ standardSchema: calendarSchema })
  one(@CurrentOfficer() { actor }: SignedIn, @Param('slug', SlugParam) slug: string): Promise<CalendarView> {
    return this.reading.one(actor, slug);
  }

  @Get(':slug/versions/:version')
  @ApiOkResponse({ standardSchema: calendarVersionSchema })
  version(
    @Param('slug', SlugParam) slug: string,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<CalendarVersionView> {
    return this.reading.version(slug, version);
  }

  @Put(':slug')
  @RouteConfig({ bodyLimit: CALENDAR_BYTES_LIMIT })
  @ApiOkResponse({ standardSchema: calendarSchema })
  async change(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
    @Body({ schema: changeCalendarSchema }) body: z.infer<typeof changeCalendarSchema>,
  ): Promise<CalendarView> {
    await this.calendars.change(actor, slug, body);
    return this.reading.one(actor, slug);
  }

  /** What a change would say of a year, beside what is said now. */
  @Post(':slug/preview')
  @RouteConfig({ bodyLimit: CALENDAR_BYTES_LIMIT })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: calendarPreviewSchema })
  preview(
    @Param('slug', SlugParam) slug: string,
    @Body({ schema: previewCalendarSchema }) body: Preview,
  ): Promise<CalendarPreview> {
    return this.previews.preview(body, slug);
  }

  /** Exceptions from a file; `dryRun` (the default) only says what it would bring. */
  @Post(':slug/import')
  @RouteConfig({ bodyLimit: CALENDAR_BYTES_LIMIT })
  @HttpCode(200)
  @ApiConsumes('text/csv', 'text/calendar')
  @ApiOkResponse({ standardSchema: importResultSchema })
  async import(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
    @Query({ schema: importQuerySchema }) query: z.infer<typeof importQuerySchema>,
    @Headers('content-type') contentType: string | undefined,
    @Body() body: unknown,
  ): Promise<ImportResult> {
    const { version, dryRun, why } = query;
    const order = { slug, version, file: importedFile(contentType, body) };
    if (dryRun === 'true' || why === undefined) {
      const { proposed, ...found } = await this.imports.dryRun(actor, order);
      return { ...found, moves: proposed && (await this.moves.of(proposed)), calendar: null };
    }
    const days = await this.imports.apply(actor, { ...order, why });
    return { days, refused: [], moves: null, calendar: await this.reading.one(actor, slug) };
  }
}
