import { describe, expect, it } from '@jest/globals';
import { day, plain, Story } from '../../../test/support/deadline-story.js';
import { explained, isOverdue } from './explained.js';

const HOUR_MS = 3_600_000;
const OFFICE = {
  timeZone: 'Asia/Shanghai',
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 1_020 })),
  days: [],
};

function told(story: Story, now: number, calendar: typeof OFFICE | null = null) {
  const [deadline] = story.deadlines();
  if (!deadline) throw new Error('nothing was promised');
  return { deadline, segments: explained(deadline, { calendar, now: day(now) }) };
}

describe('why it is late', () => {
  it('runs until its time, and is late from there on', () => {
    const story = new Story(plain(48)).opens(0);
    expect(told(story, 1).segments.map(({ state, elapsedMs }) => [state, elapsedMs])).toEqual([
      ['running', 24 * HOUR_MS],
    ]);
    const late = told(story, 5);
    expect(late.segments.map(({ state, to, elapsedMs }) => [state, to, elapsedMs])).toEqual([
      ['running', day(2), 48 * HOUR_MS],
      ['late', null, 72 * HOUR_MS],
    ]);
    expect(late.segments[1]?.why.code).toBe('overdue');
    expect(isOverdue(late.deadline, day(5))).toBe(true);
    expect(isOverdue(late.deadline, day(2))).toBe(false);
  });

  it('was late for no longer than until it was answered', () => {
    const story = new Story(plain(48)).opens(0).answers(3);
    expect(told(story, 9).segments.at(-1)).toMatchObject({ state: 'late', from: day(2), to: day(3) });
    expect(isOverdue(told(story, 9).deadline, day(9))).toBe(false);
  });

  it('counts working time where there is a calendar, and none at night', () => {
    const story = new Story(plain(168)).opens(0);
    // Monday noon to Tuesday noon: five hours and three.
    expect(told(story, 1, OFFICE).segments[0]).toMatchObject({ elapsedMs: 24 * HOUR_MS, workingMs: 8 * HOUR_MS });
    expect(told(story, 1).segments[0]?.workingMs).toBeNull();
  });

  it('stays overdue while the citizen is asked too late', () => {
    const story = new Story(plain(48)).opens(0).tell('reply.sent', { at: 4, payload: { kind: 'question' } });
    const { deadline, segments } = told(story, 6);
    expect(segments.map(({ state }) => state)).toEqual(['running', 'late', 'paused']);
    expect(isOverdue(deadline, day(6))).toBe(true);
    const inTime = new Story(plain(48)).opens(0).tell('reply.sent', { at: 1, payload: { kind: 'question' } });
    expect(isOverdue(told(inTime, 9).deadline, day(9))).toBe(false);
  });
});
