import { beforeEach, describe, expect, it } from '@jest/globals';
import { nantong, plain, Story } from '../../../test/support/deadline-story.js';
import type { DeadlinePolicy } from './deadline-policy.js';

const WEEK = 168;

/** Monday to Friday, nine to five in Shanghai. */
const OFFICE = {
  timeZone: 'Asia/Shanghai',
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 1_020 })),
  days: [],
};

describe('deadlines under changing promises', () => {
  let story: Story;

  beforeEach(() => {
    story = new Story(plain(WEEK)).opens(0);
  });

  describe('policies and calendars', () => {
    it('move what is open, and leave what ended before', () => {
      story.promise(plain(24), { at: 5 });
      expect(story.waits()).toEqual([[0, 1, null, null]]);
      expect(story.answers(6).waits()).toEqual([[0, 1, 6, 'late']]);
      expect(new Story().opens(0).answers(3).promise(plain(24), { at: 5 }).waits()).toEqual([[0, 7, 3, 'met']]);
      expect(story.deadlines()[0]).toMatchObject({ policyVersion: 2 });
      expect(story.deadlines()[0]?.segments.map(({ why }) => why.code)).toEqual(['message', 'policy-changed']);
    });

    it('measure what ended before there was any by the first', () => {
      const old = new Story(null).promise(plain(24), { at: 100 }).opens(0).answers(2);
      expect(old.waits()).toEqual([[0, 1, 2, 'late']]);
    });

    it('bind by class and priority as they are, from the start on', () => {
      const rule = { kind: 'answer', unit: 'days', clock: 'calendar', atLatestDays: null } as const;
      const classes = [{ code: 'gas', name: { en: 'Gas', zh: '燃气' } }];
      const policy: DeadlinePolicy = {
        ...plain(WEEK),
        classes,
        rules: [
          { ...rule, amount: 15, classCode: null, priority: null },
          { ...rule, amount: 9, classCode: null, priority: 'urgent' },
          { ...rule, amount: 3, classCode: 'gas', priority: null },
          { ...rule, amount: 1, classCode: 'gas', priority: 'urgent' },
        ],
      };
      const told = new Story(policy).opens(0);
      expect(told.waits()).toEqual([[0, 15, null, null]]);
      told.tell('conversation.prioritised', { at: 0.5, payload: { from: 'normal', to: 'urgent' } });
      expect(told.waits()).toEqual([[0, 9, null, null]]);
      told.tell('conversation.classified', { at: 0.6, payload: { from: null, to: 'gas' } });
      expect(told.waits()).toEqual([[0, 1, null, null]]);
      told.tell('conversation.prioritised', { at: 0.7, payload: { from: 'urgent', to: 'low' } });
      expect(told.waits()).toEqual([[0, 3, null, null]]);
      told.tell('conversation.classified', { at: 0.8, payload: { from: 'gas', to: null } });
      expect(told.waits()).toEqual([[0, 15, null, null]]);
    });

    it('count the working days of the calendar, at the latest seven', () => {
      const told = new Story(nantong).follow(OFFICE, { at: -50 }).opens(0);
      // Monday of the next week, five in the afternoon: five hours after the day's mark, but beyond the limit.
      expect(told.waits()).toEqual([[0, 7, null, null]]);
      const free = { ...nantong, rules: nantong.rules.map((rule) => ({ ...rule, atLatestDays: null })) };
      const free5 = new Story(free).follow(OFFICE, { at: -50 }).opens(0);
      expect(free5.deadlines()[1]?.dueAt).toEqual(new Date('2026-03-09T09:00:00Z'));
      free5.tell('reply.sent', { at: 1, payload: { kind: 'question' } }).writes(2);
      expect(free5.deadlines()[1]?.dueAt).toEqual(new Date('2026-03-10T09:00:00Z'));
    });

    it('count hours of work over nights and weekends, and each share of them', () => {
      const rule = { kind: 'answer', amount: 10, unit: 'hours', clock: 'working', atLatestDays: null } as const;
      const policy = { ...plain(WEEK), rules: [{ ...rule, classCode: null, priority: null }] };
      // Friday noon: five hours that day and five on Monday.
      const told = new Story(policy).follow(OFFICE, { at: -50 }).opens(4);
      const [deadline] = told.deadlines();
      expect(deadline?.dueAt).toEqual(new Date('2026-03-09T06:00:00Z'));
      expect(deadline?.warnings.map(({ at }) => at)).toEqual([
        '2026-03-06T09:00:00.000Z',
        '2026-03-09T04:00:00.000Z',
        '2026-03-09T06:00:00.000Z',
      ]);
      // A weekend during which the citizen is asked is none of it.
      told.tell('reply.sent', { at: 5, payload: { kind: 'question' } }).writes(6);
      expect(told.deadlines()[0]?.dueAt).toEqual(deadline?.dueAt);
    });

    it('find no time to count in a calendar without hours', () => {
      const closed = { ...OFFICE, weekly: [] };
      expect(new Story(nantong).follow(closed, { at: -50 }).opens(0).waits()).toEqual([[0, 7, null, null]]);
    });

    it('follow a new version of the calendar while it is open', () => {
      const story = new Story(nantong).follow(OFFICE, { at: -50 }).opens(0.5);
      const daily = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 540, to: 1_020 }));
      story.follow({ ...OFFICE, weekly: daily }, { at: 1 });
      const answer = story.deadlines()[1];
      expect(answer).toMatchObject({ dueAt: new Date('2026-03-08T09:00:00Z'), calendarVersion: 2 });
      expect(answer?.segments.map(({ why }) => why.code)).toEqual(['message', 'calendar-changed']);
    });

    it('promise nothing but the limit in days where there is no working time', () => {
      expect(new Story(nantong).opens(0).waits()).toEqual([[0, 7, null, null]]);
      const free = { ...nantong, rules: nantong.rules.map((rule) => ({ ...rule, atLatestDays: null })) };
      expect(new Story(free).opens(0).waits()).toEqual([[0, null, null, null]]);
      expect(new Story(free).opens(0).answers(1).waits()).toEqual([[0, null, 1, 'cancelled']]);
    });

    it('promise nothing where there is no rule', () => {
      expect(new Story(null).opens(0).answers(1).deadlines()).toEqual([]);
    });
  });
});
