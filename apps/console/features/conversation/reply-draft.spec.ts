import { describe, expect, it } from '@jest/globals';
import { landingOf, newReply } from './reply-draft.js';

describe('landingOf', () => {
  const reply = { ...newReply(), body: 'We come on Monday.' };

  it('knows a reply that went out although no answer came back', () => {
    expect(landingOf(reply, [{ id: reply.replyId, body: 'We come on\nMonday. ' }])).toBe('sent');
  });

  it('knows that it was an earlier text that went out', () => {
    expect(landingOf(reply, [{ id: reply.replyId, body: 'We come on Sunday.' }])).toBe('earlier-text-sent');
  });

  it('takes no other reply for this one', () => {
    expect(landingOf(reply, [{ id: newReply().replyId, body: reply.body }])).toBe('not-sent');
  });
});
