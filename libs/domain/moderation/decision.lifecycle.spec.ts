import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../refusal.js';
import { afterDecision, DECISIONS, type Decision, decisionsOn, wasTakenUp } from './decision.lifecycle.js';
import { MODERATION_STATES, type ModerationState } from './visibility.js';

type Cell = ModerationState | 'shown' | '-';

/** What follows on screening, held, visible, redacted, hidden, rejected; `-` is a refusal. */
const TABLE: Record<Decision, [Cell, Cell, Cell, Cell, Cell, Cell]> = {
  publish: ['-', 'shown', '-', '-', '-', '-'],
  hold: ['-', '-', 'held', 'held', '-', '-'],
  redact: ['-', 'redacted', 'redacted', 'redacted', '-', '-'],
  hide: ['-', 'hidden', 'hidden', 'hidden', '-', '-'],
  reject: ['-', 'rejected', '-', '-', '-', '-'],
  restore: ['-', '-', '-', 'visible', 'shown', 'shown'],
};

const cells = DECISIONS.flatMap((decision) =>
  MODERATION_STATES.map((state, place) => ({ decision, state, next: TABLE[decision][place] ?? '-' })),
);

describe('what a decision makes of a message, cell by cell', () => {
  it.each(cells.filter(({ next }) => next !== '-'))(
    '$decision makes $state into $next',
    ({ decision, state, next }) => {
      expect(afterDecision({ state, isSealed: false }, decision)).toBe(next === 'shown' ? 'visible' : next);
      expect(afterDecision({ state, isSealed: true }, decision)).toBe(next === 'shown' ? 'redacted' : next);
      expect(decisionsOn(state)).toContain(decision);
    },
  );

  it.each(cells.filter(({ next }) => next === '-'))('$decision is refused on $state', ({ decision, state }) => {
    expect(() => afterDecision({ state, isSealed: false }, decision)).toThrow(Refusal);
    expect(decisionsOn(state)).not.toContain(decision);
  });

  it('never shows what is under the blocks but by restoring what is redacted', () => {
    const shows = cells.filter(
      ({ decision, state, next }) => next !== '-' && afterDecision({ state, isSealed: true }, decision) === 'visible',
    );
    expect(shows.map(({ decision, state }) => `${decision} ${state}`)).toEqual(['restore redacted']);
  });
});

describe('whether officers have taken a message up', () => {
  const byDesk = (decision: Decision) => ({ decision, isByDesk: true });
  const byPerson = (decision: Decision) => ({ decision, isByDesk: false });

  it.each([
    ['let through by screening', [], true],
    ['held by screening', [byDesk('hold')], false],
    ['rejected by screening', [byDesk('reject')], false],
    ['held by screening, then rejected', [byDesk('hold'), byPerson('reject')], false],
    ['held by screening, then published and held again', [byDesk('hold'), byPerson('publish'), byPerson('hold')], true],
    ['held by screening, then redacted', [byDesk('hold'), byPerson('redact')], true],
    ['held by screening, then hidden', [byDesk('hold'), byPerson('hide')], true],
    ['public, then held by a moderator', [byPerson('hold')], true],
    ['public, then held and rejected', [byPerson('hold'), byPerson('reject')], true],
  ])('%s', (_, decided, isTakenUp) => {
    expect(wasTakenUp(decided)).toBe(isTakenUp);
  });
});
