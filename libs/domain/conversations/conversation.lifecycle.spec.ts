import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../refusal.js';
import {
  afterAct,
  CONVERSATION_STATUSES,
  type ConversationAct,
  type ConversationStatus,
  fits,
  OPEN_STATUSES,
  WAITING_STATUSES,
} from './conversation.lifecycle.js';

type Cell = ConversationStatus | '-';

/** Every act, and what follows on received, held, queued, assigned, answered, closed; `-` is a refusal, as all is on merged. */
const TABLE: Record<ConversationAct, [Cell, Cell, Cell, Cell, Cell, Cell]> = {
  'clear-message': ['queued', 'queued', 'queued', 'assigned', 'queued', 'queued'],
  'hold-message': ['held', 'held', 'queued', 'assigned', 'answered', 'closed'],
  'reject-message': ['closed', 'closed', 'queued', 'assigned', 'answered', 'closed'],
  assign: ['-', '-', 'assigned', 'assigned', '-', '-'],
  claim: ['-', '-', 'assigned', '-', '-', '-'],
  release: ['-', '-', '-', 'queued', '-', '-'],
  transfer: ['-', '-', 'queued', 'queued', '-', '-'],
  answer: ['-', '-', 'answered', 'answered', 'answered', 'answered'],
  'answer-earlier': ['-', '-', 'queued', 'assigned', 'queued', 'queued'],
  ask: ['-', '-', '-', 'assigned', '-', '-'],
  'put-off': ['-', '-', '-', 'assigned', '-', '-'],
  acknowledge: ['-', '-', 'queued', 'assigned', '-', '-'],
  snooze: ['-', '-', 'queued', 'assigned', '-', '-'],
  wake: ['-', '-', 'queued', 'assigned', '-', '-'],
  label: ['received', 'held', 'queued', 'assigned', 'answered', 'closed'],
  close: ['-', '-', 'closed', 'closed', 'closed', '-'],
  reopen: ['-', '-', '-', '-', 'queued', 'queued'],
  merge: ['-', '-', 'merged', 'merged', 'merged', 'merged'],
  split: ['-', '-', 'queued', 'assigned', 'answered', 'closed'],
};

const cells = Object.entries(TABLE).flatMap(([act, row]) =>
  CONVERSATION_STATUSES.map((status, index) => ({ act: act as ConversationAct, status, next: row[index] ?? '-' })),
);

describe('the lifecycle of a conversation, cell by cell', () => {
  it.each(cells.filter(({ next }) => next !== '-'))('$act makes $status into $next', ({ act, status, next }) => {
    expect(afterAct(status, act)).toBe(next);
    expect(fits(status, act)).toBe(true);
  });

  it.each(cells.filter(({ next }) => next === '-'))('$act is refused where it is $status', ({ act, status }) => {
    expect(fits(status, act)).toBe(false);
    expect(() => afterAct(status, act)).toThrow(Refusal);
  });

  it('tells who is refused what the state is', () => {
    expect(() => afterAct('held', 'claim')).toThrow(
      expect.objectContaining({ code: 'wrong-state', info: expect.objectContaining({ current: { status: 'held' } }) }),
    );
  });
});

describe('what the statuses mean', () => {
  it('refuses every act on what is merged as that, not as a state that does not fit', () => {
    for (const { act } of cells) {
      expect(() => afterAct('merged', act)).toThrow(expect.objectContaining({ code: 'merged' }));
    }
  });

  it('lets an officer take exactly what is open', () => {
    const takeable = CONVERSATION_STATUSES.filter((status) => fits(status, 'assign'));
    expect(takeable).toEqual([...OPEN_STATUSES]);
  });

  it('counts nobody as waiting once there is an answer or an end', () => {
    const settled = CONVERSATION_STATUSES.filter((status) => !WAITING_STATUSES.some((waiting) => waiting === status));
    expect(settled).toEqual(['answered', 'closed', 'merged']);
  });

  it('never lets an answer out before the message was screened', () => {
    expect(fits('received', 'answer') || fits('held', 'answer')).toBe(false);
  });
});
