import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { OFFICER_HEADER } from '#contracts/identity.http.js';
import { SessionService } from '#desk/identity/session.service.js';
import { Refusal } from '#domain/refusal.js';
import { IS_PUBLIC } from './current-officer.js';
import { isSameOrigin } from './same-origin.js';
import { sessionTokenIn } from './session-cookie.js';

const OPEN_PATHS = /^\/(health|metrics)(\/|$)/;

/** Every route needs a session unless it says that it is public. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const isPublic = this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [context.getHandler(), context.getClass()]);
    if (isPublic || OPEN_PATHS.test(request.routeOptions.url ?? '')) return true;
    if (request.method !== 'GET' && !isSameOrigin(request.headers))
      throw new Refusal('forbidden', { detail: 'Sent from another site.' });
    const token = sessionTokenIn(request.headers.cookie);
    const signedIn = token ? await this.sessions.find(token) : null;
    if (!signedIn) throw new Refusal('unauthenticated');
    const meant = request.headers[OFFICER_HEADER];
    // A tab that has not heard yet that somebody else signed in would act in their name.
    if (meant !== undefined && meant !== signedIn.id) {
      throw new Refusal('another-officer', { detail: 'Another officer has signed in in this browser.' });
    }
    request.signedIn = signedIn;
    return true;
  }
}
