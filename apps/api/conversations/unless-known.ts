import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** The answer with its ETag; 304 without a body for who has it already. */
export function unlessKnown<Answer>(
  answer: Answer,
  known: string | undefined,
  reply: FastifyReply,
): Answer | undefined {
  const tag = `"${createHash('sha256').update(JSON.stringify(answer)).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag);
  if (known !== tag) return answer;
  reply.status(304);
  return undefined;
}
