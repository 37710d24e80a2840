import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Transparency } from '#contracts/transparency.http.js';
import { TransparencyService } from '#desk/transparency/transparency.service.js';
import { isMonth } from '#domain/transparency/month.js';
import { found } from '../layout/found.js';
import type { Page } from '../layout/page.js';
import { answerCached } from '../layout/page-reply.js';
import { transparencyPage } from './transparency.page.js';

/** What moderators decided and how appeals ended, for everybody: as a page, and for programs. */
@Controller()
export class TransparencyController {
  constructor(private readonly transparency: TransparencyService) {}

  @Get('transparency')
  async page(@Query('month') month: unknown, @Query('after') after: unknown): Promise<Page> {
    return transparencyPage(await this.read(month, after), after === undefined);
  }

  @Get('transparency.json')
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  async json(
    @Query('month') month: unknown,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const transparency = await this.read(month, after);
    reply.header('content-type', 'application/json; charset=utf-8');
    return answerCached(JSON.stringify(transparency), request, reply);
  }

  private async read(month: unknown, after: unknown): Promise<Transparency> {
    return found(
      await this.transparency.read({
        month: month === undefined ? null : found(isMonth(month) ? month : null),
        after: typeof after === 'string' ? after : null,
      }),
    );
  }
}
