import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '#desk/identity/session.service.js';

export type { SignedIn } from '#desk/identity/session.service.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the session guard. */
    signedIn?: SignedIn;
  }
}

export const IS_PUBLIC = 'is public';

/** For routes that need no session: sign-in, channel partners (they bring a key), the OpenAPI page. */
export const Public = () => SetMetadata(IS_PUBLIC, true);

/** The officer who is signed in; the session guard has made sure that there is one. */
export const CurrentOfficer = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!signedIn) throw new Error('a route that needs an officer is public');
  return signedIn;
});
