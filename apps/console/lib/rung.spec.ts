import { describe, expect, it } from '@jest/globals';
import { keys } from './keys.js';
import { rungKeys } from './rung.js';

const conversationId = '0198a7b2-0000-7000-8000-000000000001';
const letterId = '0198a7b2-0000-7000-8000-000000000002';

describe('rungKeys', () => {
  it('marks the conversation, its history, the lists and the counts', () => {
    const rung = rungKeys({ event: 'conversation.changed', conversationId });
    expect(rung).toContainEqual(keys.conversation(conversationId));
    expect(rung).toContainEqual(keys.history(conversationId));
    expect(rung).toContainEqual(keys.inboxes);
    expect(rung).toContainEqual(keys.counts);
  });

  it('marks the response times when an answer went out, and only then', () => {
    expect(rungKeys({ event: 'reply.sent', conversationId })).toContainEqual(['response-times']);
    expect(rungKeys({ event: 'conversation.assigned', conversationId })).not.toContainEqual(['response-times']);
  });

  it('marks the letter and the lists of letters', () => {
    const rung = rungKeys({ event: 'letter.submitted', letterId });
    expect(rung).toContainEqual(keys.letter(letterId));
    expect(rung).toContainEqual(keys.letterLists);
  });

  it('marks who is on a conversation, and one’s own draft, and nothing else', () => {
    expect(rungKeys({ event: 'presence.changed', conversationId })).toEqual([
      keys.presence(conversationId),
      keys.colleagueDrafts(conversationId),
    ]);
    expect(rungKeys({ event: 'draft.changed', conversationId })).toEqual([keys.draft(conversationId)]);
  });

  it('leaves the inbox alone when somebody only comes or goes', () => {
    expect(rungKeys({ event: 'presence.changed' })).not.toContainEqual(keys.inboxes);
  });
});
