import type { Ring, RingName } from '#contracts/realtime.js';
import { keys } from './keys.js';

const ANSWERS: readonly RingName[] = ['reply.sent', 'letter.published'];
/** What may make hands fuller or emptier. */
const HANDS: readonly RingName[] = ['conversation.assigned', 'conversation.changed', 'reply.sent', 'letter.published'];
const COLLEAGUES = ['colleagues'] as const;
const RESPONSE_TIMES = ['response-times'] as const;
const LIVE_FIGURES = ['live-figures'] as const;
const DEADLINES = ['deadlines'] as const;

/** What a ring makes stale: the keys of every query that may show it. */
export function rungKeys(ring: Ring): readonly (readonly unknown[])[] {
  if (ring.event === 'draft.changed') return ring.conversationId ? [keys.draft(ring.conversationId)] : [];
  if (ring.event === 'presence.changed' && ring.conversationId) {
    return [keys.presence(ring.conversationId), keys.colleagueDrafts(ring.conversationId)];
  }
  if (ring.event === 'presence.changed') return [COLLEAGUES, LIVE_FIGURES, keys.me, keys.staffings, keys.undoSettings];
  if (ring.event === 'notification.changed') return [keys.notifications];
  if (ring.event === 'tags.changed') return [keys.tags];
  if (ring.event === 'views.changed') return [keys.savedViews, keys.counts];
  if (ring.event === 'bulk.changed') return [keys.bulks];
  if (ring.event === 'calendars.changed') return [keys.calendars, keys.deadlinePolicies];
  if (ring.event === 'screening.changed') return [keys.screeningPolicies];
  if (ring.event === 'moderation.changed') return [keys.held, keys.counts];
  if (ring.event === 'claims.changed') return [keys.claims];
  if (ring.event === 'deadlines.changed') return [keys.deadlinePolicies, DEADLINES];
  const concerned: (readonly unknown[])[] = [keys.counts, LIVE_FIGURES];
  if (ring.event === 'counts.changed') concerned.push(keys.held, keys.inboxes);
  if (ring.conversationId) {
    concerned.push(keys.conversation(ring.conversationId), keys.history(ring.conversationId), keys.inboxes, keys.held);
  }
  if (ring.conversationId) concerned.push(keys.related(ring.conversationId), keys.deadlines(ring.conversationId));
  if (ring.letterId) concerned.push(keys.letter(ring.letterId), keys.letterLists);
  if (ring.event === 'conversation.assigned') concerned.push(COLLEAGUES);
  if (HANDS.includes(ring.event)) concerned.push(keys.staffings);
  if (ANSWERS.includes(ring.event)) concerned.push(RESPONSE_TIMES);
  return concerned;
}
