import { Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NotificationSettingsService } from '#desk/notifications/notification-settings.service.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { Public } from '../identity/current-officer.js';

/** Where a mail's "unsubscribe" leads. A mail program presses it by POST; what merely follows links changes nothing. */
@ApiTags('notifications')
@Controller('api/digests/off/:token')
export class DigestOffController {
  constructor(
    private readonly settings: NotificationSettingsService,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Public()
  @Post()
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'No more digest mails for this officer' })
  async switchOff(@Param('token') token: string): Promise<void> {
    await this.settings.switchOffBy(token);
  }

  @Public()
  @Get()
  toSettings(@Res() reply: FastifyReply): void {
    void reply.redirect(new URL('/notifications/settings', this.runtime.config.CONSOLE_PUBLIC_URL).href, 303);
  }
}
