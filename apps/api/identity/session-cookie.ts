import { type CookieSerializeOptions, fastifyCookie } from '@fastify/cookie';
import type { Config } from '#contracts/config.js';

export const SESSION_COOKIE = 'answerable_session';

/** Strict: no other site can make a browser send it, sockets included. */
export function cookieOptions(config: Config, expires?: Date): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: config.COOKIE_SECURE, ...(expires && { expires }) };
}

export function sessionTokenIn(cookieHeader: string | undefined): string | undefined {
  return cookieHeader === undefined ? undefined : fastifyCookie.parse(cookieHeader)[SESSION_COOKIE];
}
