import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import { loggedError } from './logged-error.js';
import { currentRequestId } from './request-context.js';

export type Log = Logger;

/** JSON lines, on stdout unless told otherwise; the request id is added by itself. Message texts, names, keys and cookies are never logged. */
export function createLog(
  options: { level: string; process: string },
  to: DestinationStream = pino.destination(1),
): Log {
  const settings = {
    level: options.level,
    base: { process: options.process },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin() {
      const requestId = currentRequestId();
      return requestId ? { requestId } : {};
    },
    serializers: { err: loggedError },
    redact: ['req.headers.cookie', 'req.headers.authorization', '*.password'],
  };
  return pino(settings, to);
}

/** Nest's own lines, through the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, context?: unknown): void {
    this.target.debug({ context }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.target.warn({ context }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const isError = message instanceof Error;
    const said = isError ? 'the framework met an error' : String(message);
    this.target.error({ context: rest.at(-1), ...(isError && { err: message }) }, said);
  }

  debug(message: unknown, context?: unknown): void {
    this.target.trace({ context }, String(message));
  }
}
