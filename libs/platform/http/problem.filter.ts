import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEMS, type Problem } from '#contracts/problems.js';
import { isDatabaseAway } from '#database/transaction.js';
import { Refusal, type RefusalCode } from '#domain/refusal.js';
import { currentRequestId } from '../log/request-context.js';
import type { Runtime } from '../runtime.js';
import { RUNTIME } from '../tokens.js';

const BY_STATUS: Record<number, RefusalCode> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  415: 'invalid',
  422: 'invalid',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** The one way out for errors: refusals and framework errors become problem+json, bugs a 500 without internals. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const problem = problemOf(error);
    if (problem.status >= 500)
      this.runtime.log.error(
        { err: error, route: http.getRequest<FastifyRequest>().routeOptions.url },
        'request failed',
      );
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
  }
}

/** Never an internal message: only what a refusal says of itself. */
export function problemOf(error: unknown): Problem {
  const requestId = currentRequestId() ?? undefined;
  if (error instanceof Refusal) return { ...frame(error.code), ...error.info, requestId };
  if (isDatabaseAway(error)) return { ...frame('unavailable'), requestId };
  const status = statusOf(error);
  const code = status === undefined ? undefined : BY_STATUS[status];
  if (code === undefined || status === undefined) return { ...frame('internal'), requestId };
  return { ...frame(code), status, detail: safeDetail(error, status), requestId };
}

function frame(code: RefusalCode | 'internal'): Problem {
  return { type: `urn:answerable:problem:${code}`, code, ...PROBLEMS[code] };
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number') {
    return error.statusCode;
  }
  return undefined;
}

/** The framework's own words on 4xx (malformed JSON, unsupported type) are made for callers. */
function safeDetail(error: unknown, status: number): string | undefined {
  return status < 500 && error instanceof Error ? error.message : undefined;
}
