import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { currentRequestId } from './request-context.js';

export type Log = Logger;

/** JSON lines on stdout; the request id is added by itself. Message texts, names, keys and cookies are never logged. */
export function createLog(options: { level: string; process: string }): Log {
  return pino({
    level: options.level,
    base: { process: options.process },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin() {
      const requestId = currentRequestId();
      return requestId ? { requestId } : {};
    },
    redact: ['req.headers.cookie', 'req.headers.authorization', '*.password'],
  });
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
    this.target.error({ context: rest.at(-1), err: message instanceof Error ? message : undefined }, String(message));
  }

  debug(message: unknown, context?: unknown): void {
    this.target.trace({ context }, String(message));
  }
}
