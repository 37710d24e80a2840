import { describe, expect, it } from '@jest/globals';
import { dueWarnings, isNews, nextWarningAt, type WarnedPeople, whoIsWarned } from './escalation.js';

const USUAL = [0.5, 0.8, 1];
const everybody: WarnedPeople = { officerId: 'ana', standInId: null, supervisorIds: ['li', 'wei'], headId: 'head' };
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 9, minutes));
/** When half, four fifths and all of the time are used up. */
const used = (...minutes: number[]) =>
  minutes.map((minute, index) => ({ share: USUAL[index] ?? 0, at: at(minute).toISOString() }));
const told = (...minutes: number[]) => minutes.map((minute, index) => ({ share: USUAL[index] ?? 0, at: at(minute) }));

describe('who is warned', () => {
  it.each<[string, number, Partial<WarnedPeople>, string[]]>([
    ['half the time: who has it', 0.5, {}, ['ana']],
    ['half the time, away: still who has it', 0.5, { standInId: 'bo' }, ['ana']],
    ['more of it: the stand-in too', 0.8, { standInId: 'bo' }, ['ana', 'bo']],
    ['more of it, with no stand-in', 0.8, {}, ['ana']],
    ['all of it: those who lead, too', 1, { standInId: 'bo' }, ['ana', 'bo', 'li', 'wei', 'head']],
    ['all of it, without a head', 1, { headId: null }, ['ana', 'li', 'wei']],
    ['all of it, without supervisors', 1, { supervisorIds: [] }, ['ana', 'head']],
    ['in nobody’s hand, at first', 0.5, { officerId: null }, ['li', 'wei']],
    ['in nobody’s hand, without supervisors', 0.8, { officerId: null, supervisorIds: [] }, ['head']],
    ['in nobody’s hand, at last', 1, { officerId: null }, ['li', 'wei', 'head']],
    ['nobody there at all', 0.5, { officerId: null, supervisorIds: [], headId: null }, []],
    ['a head who supervises and has it in hand, once', 1, { officerId: 'li', headId: 'li' }, ['li', 'wei']],
  ])('%s', (_, share, people, warned) => {
    expect(whoIsWarned(share, USUAL, { ...everybody, ...people })).toEqual(warned);
  });

  it('counts the shares of the policy, whichever they are', () => {
    const people = { ...everybody, standInId: 'bo' };
    expect(whoIsWarned(0.25, [0.25, 0.75], people)).toEqual(['ana']);
    expect(whoIsWarned(0.75, [0.25, 0.75], people)).toEqual(['ana', 'bo']);
    expect(whoIsWarned(1, [1], people)).toContain('head');
    expect(whoIsWarned(1.5, [0.5, 1, 1.5], people)).toContain('head');
  });
});

describe('the next warning', () => {
  it('is the first of which nobody was told', () => {
    expect(nextWarningAt(used(10, 16, 20), [])).toEqual(at(10));
    expect(nextWarningAt(used(10, 16, 20), told(10))).toEqual(at(16));
    expect(nextWarningAt(used(10, 16, 20), told(10, 17, 20))).toBeNull();
    expect(nextWarningAt([], [])).toBeNull();
  });

  it('is none below what was told of', () => {
    expect(nextWarningAt(used(10, 16, 20), [{ share: 0.8, at: at(16) }])).toEqual(at(20));
  });

  it('comes again when the promise moved later', () => {
    expect(nextWarningAt(used(50, 80, 100), told(10, 16))).toEqual(at(50));
  });
});

describe('what fires', () => {
  const shares = (...args: Parameters<typeof dueWarnings>) => dueWarnings(...args).map(({ share }) => share);

  it('is all that is used up, the least first', () => {
    expect(shares(used(10, 16, 20), [], at(9))).toEqual([]);
    expect(shares(used(10, 16, 20), [], at(10))).toEqual([0.5]);
    expect(shares(used(10, 16, 20), [], at(30))).toEqual(USUAL);
    expect(shares(used(10, 16, 20), told(10), at(16))).toEqual([0.8]);
  });

  it('is at once what an earlier promise has behind it', () => {
    expect(shares(used(5, 8, 10), told(10), at(12))).toEqual([0.8, 1]);
  });
});

describe('news', () => {
  const news = (
    share: number,
    usedUp: number,
    given: { tellings?: ReturnType<typeof told>; moved: number; now: number },
  ) =>
    isNews(
      { share, at: at(usedUp).toISOString() },
      { tellings: given.tellings ?? [], movedAt: at(given.moved), now: at(given.now) },
    );

  it('is what nobody was told of, though it was used up before the promise moved', () => {
    expect(news(0.8, 16, { moved: 20, now: 21 })).toBe(true);
    expect(news(0.8, 16, { tellings: told(10), moved: 20, now: 21 })).toBe(true);
  });

  it('is no share that was told of and was used up anyway when the promise moved', () => {
    expect(news(0.5, 12, { tellings: told(10), moved: 20, now: 21 })).toBe(false);
    expect(news(0.5, 12, { tellings: told(10, 16), moved: 20, now: 21 })).toBe(false);
  });

  it('is a share that the later promise has used up anew', () => {
    expect(news(0.5, 50, { tellings: told(10, 16), moved: 20, now: 51 })).toBe(true);
  });

  it('is nothing old', () => {
    expect(news(1, 20, { moved: 0, now: 60 * 24 * 29 })).toBe(true);
    expect(news(1, 20, { moved: 0, now: 60 * 24 * 31 })).toBe(false);
  });
});
