import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  type MarkedRead,
  type MarkRead,
  type MarkUnread,
  markedReadSchema,
  markedUnreadSchema,
  markReadSchema,
  markUnreadSchema,
  type NotificationCount,
  type NotificationPage,
  type NotificationQuery,
  type NotificationSettings,
  notificationCountSchema,
  notificationPageSchema,
  notificationQuerySchema,
  notificationSettingsSchema,
  officerLanguageSchema,
  type SaveNotificationSettings,
  saveNotificationSettingsSchema,
} from '#contracts/notifications.http.js';
import { NotificationReadingService } from '#desk/notifications/notification-reading.service.js';
import { NotificationSettingsService } from '#desk/notifications/notification-settings.service.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('notifications')
@Controller('api')
export class NotificationsController {
  constructor(
    private readonly reading: NotificationReadingService,
    private readonly settings: NotificationSettingsService,
  ) {}

  @Get('notifications')
  @ApiOkResponse({ standardSchema: notificationPageSchema })
  page(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: notificationQuerySchema }) query: NotificationQuery,
  ): Promise<NotificationPage> {
    return this.reading.page(actor, query);
  }

  @Get('notifications/count')
  @ApiOkResponse({ standardSchema: notificationCountSchema })
  count(@CurrentOfficer() { actor }: SignedIn): Promise<NotificationCount> {
    return this.reading.count(actor);
  }

  @Post('notifications/read')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: markedReadSchema })
  markRead(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: markReadSchema }) body: MarkRead,
  ): Promise<MarkedRead> {
    return this.reading.markRead(actor, body);
  }

  @Post('notifications/unread')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: markedUnreadSchema })
  markUnread(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: markUnreadSchema }) body: MarkUnread,
  ): Promise<{ count: number }> {
    return this.reading.markUnread(actor, body);
  }

  @Get('notifications/settings')
  @ApiOkResponse({ standardSchema: notificationSettingsSchema })
  readSettings(@CurrentOfficer() { actor }: SignedIn): Promise<NotificationSettings> {
    return this.settings.read(actor);
  }

  @Put('notifications/settings')
  @ApiOkResponse({ standardSchema: notificationSettingsSchema })
  saveSettings(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: saveNotificationSettingsSchema }) body: SaveNotificationSettings,
  ): Promise<NotificationSettings> {
    return this.settings.save(actor, body);
  }

  @Put('me/language')
  @HttpCode(204)
  async speak(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: officerLanguageSchema }) { language }: z.infer<typeof officerLanguageSchema>,
  ): Promise<void> {
    await this.settings.speak(actor, language);
  }
}
