import { describe, expect, it } from '@jest/globals';
import { landingOf, newDraft } from './reply-draft.js';

describe('landingOf', () => {
  const draft = newDraft('We come on Monday.');

  it('knows a reply that went out although no answer came back', () => {
    expect(landingOf(draft, [{ id: draft.replyId, body: 'We come on\nMonday. ' }])).toBe('sent');
  });

  it('knows that it was an earlier text that went out', () => {
    expect(landingOf(draft, [{ id: draft.replyId, body: 'We come on Sunday.' }])).toBe('earlier-text-sent');
  });

  it('takes no other reply for this one', () => {
    expect(landingOf(draft, [{ id: newDraft().replyId, body: draft.body }])).toBe('not-sent');
  });
});
