import { fastifyCookie } from '@fastify/cookie';
import type { Config } from '#contracts/config.js';

export const REPORTS_PATH = 'report';
const NAME = 'reporter';
const YEAR_SECONDS = 365 * 86_400;

/** Only for who asked for it, and only sent with reports: the pages that everybody reads know nobody. */
export function reporterCookie(token: string, { COOKIE_SECURE: secure }: Config): string {
  const path = `/${REPORTS_PATH}`;
  return fastifyCookie.serialize(NAME, token, {
    path,
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: YEAR_SECONDS,
  });
}

export function reporterTokenIn(header: string | undefined): string | null {
  if (header === undefined) return null;
  const token = fastifyCookie.parse(header)[NAME];
  return token && token.length <= 100 ? token : null;
}
