import type { Ring, RingName } from '#contracts/realtime.js';
import { keys } from './keys.js';

const ANSWERS: readonly RingName[] = ['reply.sent', 'letter.published'];
const COLLEAGUES = ['colleagues'] as const;
const RESPONSE_TIMES = ['response-times'] as const;
const LIVE_FIGURES = ['live-figures'] as const;

/** What a ring makes stale: the keys of every query that may show it. */
export function rungKeys(ring: Ring): readonly (readonly unknown[])[] {
  if (ring.event === 'presence.changed') return [COLLEAGUES, LIVE_FIGURES, keys.me];
  const concerned: (readonly unknown[])[] = [keys.counts, LIVE_FIGURES];
  if (ring.event === 'counts.changed') concerned.push(keys.held, keys.inboxes);
  if (ring.conversationId) {
    concerned.push(keys.conversation(ring.conversationId), keys.history(ring.conversationId), keys.inboxes, keys.held);
  }
  if (ring.letterId) concerned.push(keys.letter(ring.letterId), keys.letterLists);
  if (ring.event === 'conversation.assigned') concerned.push(COLLEAGUES);
  if (ANSWERS.includes(ring.event)) concerned.push(RESPONSE_TIMES);
  return concerned;
}
