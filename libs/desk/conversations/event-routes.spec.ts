import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES } from '#contracts/conversations.http.js';
import { CLOCK_EVENTS } from '#domain/deadlines/runs-of.js';
import { derivedOf, jobsOf, measuredOf, type RecordedEvent } from './event-routes.js';

const ID = '01930000-0000-7000-8000-000000000001';

function recorded(type: RecordedEvent['type'], payload: Record<string, unknown> = {}): RecordedEvent {
  const about = { conversationId: ID, departmentId: ID, letterId: null, version: 3 };
  return { id: ID, type, ...about, payload, requestId: null, at: new Date(0) };
}

describe('what moves a clock', () => {
  const types = EVENT_TYPES.filter((type) => CLOCK_EVENTS.includes(type));
  const byPerson = { reason: { rule: 'claimed' } };

  it('is an event that there is', () => {
    expect(types.length).toBe(CLOCK_EVENTS.length);
  });

  // A message that has just arrived is screened first, whatever comes of it.
  it.each(types.filter((type) => type !== 'message.received'))('is worked into deadlines and figures: %s', (type) => {
    const event = recorded(type, byPerson);
    expect(derivedOf(jobsOf(event))).toEqual([ID]);
    expect(measuredOf([event])).toEqual([{ eventId: ID, conversationId: ID }]);
  });

  it('is not what the desk assigns by itself', () => {
    const event = recorded('conversation.assigned', { reason: { rule: 'least-loaded' } });
    expect([jobsOf(event).length, derivedOf(jobsOf(event)), measuredOf([event])]).toEqual([1, [], []]);
  });
});
