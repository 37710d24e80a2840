import { describe, expect, it } from '@jest/globals';
import { endsSnooze, snoozeOf } from './snooze.js';

const NOW = new Date('2026-03-02T08:00:00Z');
const inDays = (days: number) => new Date(NOW.getTime() + days * 24 * 3_600_000);

describe('a snooze', () => {
  it('lasts until its time', () => {
    expect(snoozeOf({ until: inDays(1), untilMessage: false }, NOW)).toEqual({
      snoozedUntil: inDays(1),
      snoozedUntilMessage: false,
    });
  });

  it('that waits for the citizen has an end all the same', () => {
    expect(snoozeOf({ until: null, untilMessage: true }, NOW)).toEqual({
      snoozedUntil: inDays(30),
      snoozedUntilMessage: true,
    });
    expect(snoozeOf({ until: inDays(2), untilMessage: true }, NOW).snoozedUntil).toEqual(inDays(2));
  });

  it.each([
    ['now', NOW],
    ['in the past', inDays(-1)],
    ['in more than a year', inDays(366)],
    ['never', null],
  ])('until %s is refused', (_, until) => {
    expect(() => snoozeOf({ until, untilMessage: false }, NOW)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });
});

describe('what ends a snooze', () => {
  const before = { status: 'assigned', departmentId: 'water', officerId: 'li' };

  it.each([
    ['an answer', { status: 'answered' }, true],
    ['closing', { status: 'closed' }, true],
    ['merging', { status: 'merged' }, true],
    ['a transfer', { status: 'queued', departmentId: 'roads', officerId: null }, true],
    ['a colleague who takes it', { officerId: 'wang' }, true],
    ['a release', { status: 'queued', officerId: null }, false],
    ['a tag', {}, false],
  ])('%s: %j', (_, change, isOver) => {
    expect(endsSnooze(before, { ...before, ...change })).toBe(isOver);
  });
});
