import { describe, expect, it } from '@jest/globals';
import { answerDueAt } from './answer-deadline.js';

const waitingSince = new Date('2026-03-28T22:30:00.250Z');

describe('when an answer is promised', () => {
  it('counts calendar hours, to the millisecond, over month ends and clock changes', () => {
    expect(answerDueAt(waitingSince, 72)).toEqual(new Date('2026-03-31T22:30:00.250Z'));
  });

  it('counts parts of an hour', () => {
    expect(answerDueAt(waitingSince, 0.5)).toEqual(new Date('2026-03-28T23:00:00.250Z'));
  });

  it('is at once where the policy says nought hours', () => {
    expect(answerDueAt(waitingSince, 0)).toEqual(waitingSince);
  });

  it('is never where the policy promises nothing', () => {
    expect(answerDueAt(waitingSince, null)).toBeNull();
  });

  it('leaves the time that it was given alone', () => {
    const given = new Date(waitingSince);
    answerDueAt(given, 5);
    expect(given).toEqual(waitingSince);
  });
});
