import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Page } from '../layout/page.js';
import { answerCached } from '../layout/page-reply.js';
import { performancePage } from './performance.page.js';
import { PerformanceReading, periodFrom } from './performance-reading.js';

/** The figures that supervisors see, for everybody: as a page, and for programs. */
@Controller()
export class PerformanceController {
  constructor(private readonly reading: PerformanceReading) {}

  @Get('performance')
  async page(@Query('period') asked: unknown): Promise<Page> {
    const period = periodFrom(asked);
    return performancePage(await this.reading.read(period), period);
  }

  @Get('performance.json')
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  async json(
    @Query('period') asked: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const performance = await this.reading.read(periodFrom(asked));
    reply.header('content-type', 'application/json; charset=utf-8');
    return answerCached(JSON.stringify(performance), request, reply);
  }
}
