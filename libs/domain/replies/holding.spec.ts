import { describe, expect, it } from '@jest/globals';
import { dateOf } from '../time/wall-clock.js';
import {
  assertHolding,
  endOfDay,
  type HoldingFacts,
  holdingDays,
  latestHolding,
  obstacleToHolding,
} from './holding.js';
import { holdingSentence, textOnChannel } from './holding-sentence.js';

const now = new Date('2026-11-23T10:00:00Z');
const facts = (given: Partial<HoldingFacts> = {}): HoldingFacts => ({
  waitingSince: new Date('2026-11-20T10:00:00Z'),
  dueAt: new Date('2026-11-27T10:00:00Z'),
  isExtended: false,
  holdingDays: 5,
  timeZone: 'Asia/Shanghai',
  ...given,
});

describe('until when more time can be taken', () => {
  it.each([
    ['the policy adds no day', { holdingDays: 0 }, 'not-allowed'],
    ['nobody waits', { waitingSince: null }, 'nobody-waits'],
    ['it was extended already', { isExtended: true }, 'extended-already'],
    ['nothing of that is so', {}, null],
  ])('says what stands in the way where %s', (_, given, obstacle) => {
    expect(obstacleToHolding(facts(given))).toBe(obstacle);
  });

  it.each([
    ['from the promise', facts(), '2026-12-02T15:59:59.000Z'],
    [
      'from today, where the promise is over',
      facts({ dueAt: new Date('2026-11-01T00:00:00Z') }),
      '2026-11-28T15:59:59.000Z',
    ],
    ['from today, where nothing was promised', facts({ dueAt: null }), '2026-11-28T15:59:59.000Z'],
    ['over the end of a year', facts({ dueAt: new Date('2026-12-30T10:00:00Z') }), '2027-01-04T15:59:59.000Z'],
    [
      'over a change of the clocks',
      facts({ dueAt: new Date('2026-03-27T10:00:00Z'), timeZone: 'Europe/Berlin' }),
      '2026-11-28T22:59:59.000Z',
    ],
  ])('counts whole days of the department %s', (_, given, latest) => {
    expect(latestHolding(given, now).toISOString()).toBe(latest);
  });

  it('takes the last moment of the last day, and nothing after it or before the promise', () => {
    const latest = latestHolding(facts(), now);
    const on = (until: Date) => () => assertHolding(until, facts(), now);
    expect(on(latest)).not.toThrow();
    expect(on(new Date(latest.getTime() + 1))).toThrow('at most 5 days');
    expect(on(new Date('2026-11-27T10:00:00Z'))).toThrow('promised already');
    expect(on(now)).toThrow('future');
  });

  it('offers the days from the promise to the last one', () => {
    const days = (dueAt: string | null) =>
      holdingDays(
        {
          dueAt: dueAt === null ? null : new Date(dueAt),
          latest: latestHolding(facts(), now),
          timeZone: 'Asia/Shanghai',
        },
        now,
      );
    expect(days('2026-11-27T10:00:00Z')).toEqual({ first: '2026-11-27', last: '2026-12-02' });
    expect(days('2026-11-27T15:59:59Z')).toEqual({ first: '2026-11-28', last: '2026-12-02' });
    expect(days(null).first).toBe('2026-11-23');
  });

  it('reads a day as the end of it in the department, and back', () => {
    expect(endOfDay('2026-12-05', 'Asia/Shanghai')?.toISOString()).toBe('2026-12-05T15:59:59.000Z');
    expect(endOfDay('soon', 'Asia/Shanghai')).toBeNull();
    expect(dateOf(new Date('2026-12-05T15:59:59Z'), 'Asia/Shanghai')).toBe('2026-12-05');
    expect(dateOf(new Date('2026-12-05T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-12-06');
  });
});

describe('what the citizen reads of it', () => {
  const until = new Date('2026-12-05T15:59:59Z');
  const holding = { until, reason: ' the part is late ' };

  it('is one sentence in each language, with the department’s day', () => {
    const timeZone = 'Asia/Shanghai';
    expect(holdingSentence(holding, { language: 'en', timeZone })).toBe(
      'We need until 5 December 2026, because the part is late.',
    );
    expect(holdingSentence({ until, reason: '配件延误。' }, { language: 'zh', timeZone })).toBe(
      '我们需要更多时间，最迟于2026年12月5日答复，原因：配件延误。',
    );
  });

  it('goes out before the words of the officer, in the language of the conversation', () => {
    const view = { language: 'zh-CN', timeZone: 'Asia/Shanghai' };
    expect(textOnChannel({ body: '抱歉。', holding }, view)).toMatch(/^我们需要更多时间.*\n\n抱歉。$/s);
    expect(textOnChannel({ body: '', holding }, { ...view, language: 'fr' })).toMatch(/^We need until/);
    expect(textOnChannel({ body: 'As it is.', holding: null }, view)).toBe('As it is.');
  });
});
