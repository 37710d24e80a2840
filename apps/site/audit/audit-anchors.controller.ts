import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublishedAnchors } from '#desk/audit/published-anchors.service.js';
import { answerCached } from '../layout/page-reply.js';

/** For whoever keeps a copy: with it the desk's owner can be shown what was changed or cut off later. */
@Controller('open-data')
export class AuditAnchorsController {
  constructor(private readonly anchors: PublishedAnchors) {}

  @Get('audit-anchors.json')
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  async json(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.header('content-type', 'application/json; charset=utf-8');
    return answerCached(JSON.stringify(await this.anchors.read()), request, reply);
  }
}
