import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Page, Redirection } from './page.js';
import { answerWith } from './page-reply.js';

/** Turns what controllers return into answers, so that none of them touches a header. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      map((value: unknown) => {
        if (value instanceof Page) return answerWith(value.content, http.getRequest<FastifyRequest>(), reply);
        if (!(value instanceof Redirection)) return value;
        reply.status(value.status).header('location', value.location).header('cache-control', 'no-store');
        if (value.cookie) reply.header('set-cookie', value.cookie);
        return '';
      }),
    );
  }
}
