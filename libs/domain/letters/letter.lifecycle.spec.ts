import { describe, expect, it } from '@jest/globals';
import { LETTER_STATUSES, type LetterAct, type LetterStatus, letterAfter, letterFits } from './letter.lifecycle.js';

type Cell = LetterStatus | '-';

/** Every act, and what follows on draft, in-review, approved, published; `-` is a refusal. */
const TABLE: Record<LetterAct, [Cell, Cell, Cell, Cell]> = {
  edit: ['draft', 'draft', 'draft', '-'],
  submit: ['in-review', '-', '-', '-'],
  return: ['-', 'draft', 'draft', '-'],
  approve: ['-', 'approved', '-', '-'],
  publish: ['-', '-', 'published', '-'],
};

const cells = Object.entries(TABLE).flatMap(([act, row]) =>
  LETTER_STATUSES.map((status, index) => ({ act: act as LetterAct, status, next: row[index] ?? '-' })),
);

describe('the lifecycle of a letter, cell by cell', () => {
  it.each(cells.filter(({ next }) => next !== '-'))('$act makes $status into $next', ({ act, status, next }) => {
    expect(letterAfter(status, act)).toBe(next);
    expect(letterFits(status, act)).toBe(true);
  });

  it.each(cells.filter(({ next }) => next === '-'))('$act is refused where it is $status', ({ act, status }) => {
    expect(letterFits(status, act)).toBe(false);
    expect(() => letterAfter(status, act)).toThrow(
      expect.objectContaining({ code: 'wrong-state', info: expect.objectContaining({ current: { status } }) }),
    );
  });

  it('publishes only what was approved', () => {
    expect(LETTER_STATUSES.filter((status) => letterFits(status, 'publish'))).toEqual(['approved']);
  });

  it('voids an approval with the next keystroke', () => {
    expect(letterFits(letterAfter('approved', 'edit'), 'publish')).toBe(false);
  });
});
