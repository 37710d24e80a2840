import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { documentOf } from './document.js';
import type { PageContent } from './page.js';
import { visitOf } from './visit.js';

/**
 * What moderation hides is gone everywhere within five seconds: a shared cache keeps an answer for three and may never
 * serve it after them, not even for a site that is down; a browser asks each time, and is answered with 304.
 */
const PUBLIC_CACHING = 'public, max-age=0, s-maxage=3, must-revalidate';

/** Sets status and headers, and returns the body: none where the reader has this page already. */
export function answerWith(page: PageContent, request: FastifyRequest, reply: FastifyReply): string {
  const status = page.status ?? 200;
  const html = documentOf(page, visitOf(request));
  reply.status(status).header('content-type', 'text/html; charset=utf-8').header('vary', 'Accept-Language');
  if (page.isPrivate) reply.header('x-robots-tag', 'noindex, nofollow');
  if (page.retryAfter !== undefined) reply.header('retry-after', String(page.retryAfter));
  if (!page.isPrivate && status === 200) return answerCached(html, request, reply);
  reply.header('cache-control', 'no-store');
  return html;
}

/** What everybody may read: kept by caches for moments, and not sent again to a reader who has it. */
export function answerCached(body: string, request: FastifyRequest, reply: FastifyReply): string {
  const tag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  reply.header('cache-control', PUBLIC_CACHING).header('etag', tag);
  if (!isNamedIn(request.headers['if-none-match'], tag)) return body;
  reply.status(304);
  return '';
}

function isNamedIn(header: string | undefined, tag: string): boolean {
  if (!header) return false;
  const tags = header.split(',').map((part) => part.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
