import { z } from 'zod';
import type { RefusalCode } from '#domain/refusal.js';

/** RFC 9457. `code` is stable; `title` and `detail` are for people and may change. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), reason: z.string() })).optional(),
  current: z.record(z.string(), z.unknown()).optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

export const PROBLEMS: Record<RefusalCode | 'internal', { status: number; title: string }> = {
  invalid: { status: 422, title: 'What was sent is not valid' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  'another-officer': { status: 401, title: 'Another officer has signed in' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  'wrong-state': { status: 409, title: 'This does not fit the current state' },
  'stale-version': { status: 409, title: 'Somebody changed this in the meantime' },
  'already-claimed': { status: 409, title: 'A colleague has this already' },
  merged: { status: 409, title: 'This is carried on in another conversation' },
  'not-mergeable': { status: 409, title: 'These two cannot become one' },
  'not-splittable': { status: 409, title: 'These messages cannot become a conversation of their own' },
  'something-new': { status: 409, title: 'Somebody has written since you last read' },
  'already-left': { status: 409, title: 'The reply has left already' },
  'reply-waiting': { status: 409, title: 'A reply is about to leave' },
  'own-text': { status: 403, title: 'Somebody else has to approve what you wrote' },
  'limit-reached': { status: 409, title: 'There are as many as there can be' },
  'own-decision': { status: 403, title: 'Somebody else has to decide on an appeal against what you decided' },
  'two-needed': { status: 409, title: 'Two moderators have to agree to this' },
  'too-large': { status: 413, title: 'Too large' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available right now' },
  internal: { status: 500, title: 'Something went wrong on our side' },
};
