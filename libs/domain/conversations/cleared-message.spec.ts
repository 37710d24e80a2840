import { describe, expect, it } from '@jest/globals';
import { afterClearedMessage } from './cleared-message.js';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
const before = {
  status: 'answered',
  officerId: 'ana',
  waitingSince: null,
  answerDueAt: null,
  lastMessageAt: at(8),
} as const;
const message = { postedAt: at(10), body: 'It is dark\nagain.', isOpening: false };

describe('a message that officers may take up', () => {
  it('opens an answered conversation again, for anybody, waiting from when it was written', () => {
    expect(afterClearedMessage(before, message)).toEqual({
      status: 'queued',
      waitingSince: at(10),
      excerpt: 'It is dark again.',
      officerId: null,
      answerDueAt: null,
      lastMessageAt: at(10),
    });
  });

  it('leaves the promise of who waits already as it is', () => {
    const waiting = { ...before, status: 'queued', officerId: null, waitingSince: at(7), answerDueAt: at(20) } as const;
    expect(afterClearedMessage(waiting, message)).toMatchObject({ waitingSince: at(7), answerDueAt: at(20) });
  });

  it('stays with the officer who has the conversation', () => {
    const held = { ...before, status: 'assigned', waitingSince: at(7) } as const;
    expect(afterClearedMessage(held, message)).toMatchObject({ status: 'assigned', officerId: 'ana' });
  });

  it('that is older than the last one does not turn the time back', () => {
    expect(afterClearedMessage(before, { ...message, postedAt: at(6) })).toMatchObject({ lastMessageAt: at(8) });
  });

  it('changes nothing where it opened a dialogue that came with its answer', () => {
    expect(afterClearedMessage(before, { ...message, isOpening: true })).toBeNull();
  });
});
