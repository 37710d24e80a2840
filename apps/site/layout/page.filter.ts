import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from '#platform/http/problem.filter.js';
import type { Log } from '#platform/log/log.js';
import { answerWith } from './page-reply.js';
import { problemPage } from './problem.page.js';

/** The site's way out for errors: pages for people, in the look and language of all others, without internals. */
@Catch()
export class PageFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { status, requestId = request.id } = problemOf(error);
    if (status >= 500) this.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    if (reply.sent) return;
    reply.send(answerWith(problemPage({ status, requestId }), request, reply));
  }
}
