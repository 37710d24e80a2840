import { describe, expect, it } from '@jest/globals';
import { afterRejectedMessage } from './rejected-message.js';

describe('a rejected message', () => {
  const opening = { isOpening: true };

  it.each(['received', 'held'] as const)('closes what it opened and what is %s, without an answer', (status) => {
    const closed = { status: 'closed', officerId: null, waitingSince: null, answerDueAt: null };
    expect(afterRejectedMessage({ status }, opening)).toEqual(closed);
  });

  it.each(['queued', 'assigned', 'answered', 'closed'] as const)('leaves alone what is %s', (status) => {
    expect(afterRejectedMessage({ status }, opening)).toBeNull();
  });

  it.each(['received', 'held', 'queued', 'assigned', 'answered', 'closed'] as const)(
    'changes nothing where another message opened what is %s',
    (status) => expect(afterRejectedMessage({ status }, { isOpening: false })).toBeNull(),
  );
});
