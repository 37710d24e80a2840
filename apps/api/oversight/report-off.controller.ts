import { Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReportService } from '#desk/oversight/reports/report.service.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { Public } from '../identity/current-officer.js';

/** Where a report's "unsubscribe" leads. A mail program presses it by POST; what merely follows links changes nothing. */
@ApiTags('oversight')
@Controller('api/oversight/reports/off/:token')
export class ReportOffController {
  constructor(
    private readonly reports: ReportService,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Public()
  @Post()
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'This report is not sent any more' })
  async end(@Param('token') token: string): Promise<void> {
    await this.reports.endBy(token);
  }

  @Public()
  @Get()
  toReports(@Res() reply: FastifyReply): void {
    void reply.redirect(new URL('/oversight/reports', this.runtime.config.CONSOLE_PUBLIC_URL).href, 303);
  }
}
