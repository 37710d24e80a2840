import { beforeEach, describe, expect, it } from '@jest/globals';
import { day, inDays, nantong, plain, Story } from '../../../test/support/deadline-story.js';
import type { DeadlinePolicy } from './deadline-policy.js';

const WEEK = 168;

/** Monday to Friday, nine to five in Shanghai. */
const OFFICE = {
  timeZone: 'Asia/Shanghai',
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 1_020 })),
  days: [],
};

describe('deadlines', () => {
  let story: Story;

  beforeEach(() => {
    story = new Story(plain(WEEK)).opens(0);
  });

  describe('answers', () => {
    it('run from when the message was posted until it is answered, in time or late', () => {
      expect(story.waits()).toEqual([[0, 7, null, null]]);
      expect(story.answers(3).waits()).toEqual([[0, 7, 3, 'met']]);
      expect(new Story().opens(1, { postedAt: 0 }).answers(7.5).waits()).toEqual([[0, 7, 7.5, 'late']]);
    });

    it('are owed anew for what the citizen writes after an answer', () => {
      story.answers(3).writes(5).writes(6).answers(8);
      expect(story.waits()).toEqual([
        [0, 7, 3, 'met'],
        [5, 12, 8, 'met'],
      ]);
      expect(story.deadlines().map(({ kind, ordinal }) => `${kind} ${ordinal}`)).toEqual(['answer 1', 'next-answer 1']);
    });

    it('do not read what came after send was pressed', () => {
      story.writes(3).answers(4, { pressedAt: 2 });
      expect(story.waits()).toEqual([
        [0, 7, 4, 'met'],
        [3, 10, null, null],
      ]);
      expect(story.answers(5, { pressedAt: 2.5 }).waits().slice(1)).toEqual([[3, 10, null, null]]);
    });

    it('are owed for a held message once it is cleared, from when it was posted', () => {
      story.writes(2, { clearedAt: 5 });
      expect(story.waits()).toEqual([[0, 7, null, null]]);
      const held = new Story().opens(0);
      held.tell('message.received', { at: 2, isByPerson: false, message: { id: 'm' } });
      held.answers(4);
      expect(held.waits()).toEqual([[0, 7, 4, 'met']]);
      held.tell('message.hidden', { at: 5, message: { id: 'm', postedAt: 2 } });
      expect(held.waits()).toHaveLength(2);
    });

    it('read everything where they were imported, and end with a letter or a closing too', () => {
      const imported = new Story().tell('message.received', { at: 0, isByPerson: false, message: { id: 'a-opening' } });
      imported.tell('reply.sent', { at: 9, isByPerson: false, readUntil: null });
      imported.tell('message.cleared', { at: 5_000, isByPerson: false, message: { id: 'a-opening' } });
      expect(imported.waits()).toEqual([[0, 7, 9, 'late']]);
      expect(story.tell('conversation.closed', { at: 2 }).waits()).toEqual([[0, 7, 2, 'met']]);
    });

    it('are owed again from when somebody reopens it', () => {
      story.answers(3).tell('conversation.reopened', { at: 4 });
      expect(story.waits().at(-1)).toEqual([4, 11, null, null]);
      expect(story.answers(5).waits().at(-1)).toEqual([4, 11, 5, 'met']);
    });

    it('stand as if it had not been done where an act was taken back', () => {
      story.tell('conversation.closed', { at: 2 });
      story.tell('conversation.restored', { at: 2.5, payload: { undoesVersion: 3 } });
      expect(story.waits()).toEqual([[0, 7, null, null]]);
    });
  });

  describe('acknowledgements', () => {
    const acknowledged = (told: Story) => told.deadlines().find(({ kind }) => kind === 'acknowledge');

    it.each([
      ['a claim', 'conversation.assigned', true],
      ['a transfer', 'conversation.transferred', true],
      ['a letter begun', 'letter.drafted', true],
      ['a closing', 'conversation.closed', true],
      ['a word that it was seen', 'conversation.acknowledged', true],
      ['a merge', 'conversation.merged', true],
      ['a question', 'reply.sent', true],
      ['what the desk assigns by itself', 'conversation.assigned', false],
    ])('%s', (_what, type, isByPerson) => {
      const told = new Story(nantong).opens(0).tell(type, { at: 0.1, isByPerson, payload: { kind: 'question' } });
      const endedAt = type === 'conversation.assigned' && !isByPerson ? null : 0.1;
      expect(inDays(acknowledged(told)?.endedAt ?? null)).toBe(endedAt);
    });

    it('are late after three hours', () => {
      const told = new Story(nantong).opens(0).tell('conversation.assigned', { at: 0.126 });
      expect(acknowledged(told)).toMatchObject({ outcome: 'late', dueAt: day(0.125) });
    });
  });

  describe('questions and holding replies', () => {
    const ask = (at: number) => story.tell('reply.sent', { at, payload: { kind: 'question', isAsked: true } });
    const hold = (at: number, until: number) =>
      story.tell('reply.sent', { at, payload: { kind: 'holding', until: day(until).toISOString() } });

    it('stop the clock until the citizen writes', () => {
      ask(2);
      expect(story.waits()).toEqual([[0, null, null, null]]);
      expect(story.deadlines()[0]).toMatchObject({ pausedSince: day(2), warnings: [], nextWarningAt: null });
      story.writes(5);
      expect(story.waits()).toEqual([[0, 10, null, null]]);
      expect(story.deadlines()[0]?.segments.map(({ state, why }) => [state, why.code])).toEqual([
        ['running', 'message'],
        ['paused', 'asked'],
        ['running', 'citizen-wrote'],
      ]);
    });

    it('stop nothing where the citizen wrote before the question left, and count for nothing that is late', () => {
      story.writes(1.5).tell('reply.sent', { at: 2, readUntil: 1, payload: { kind: 'question' } });
      expect(story.waits()).toEqual([[0, 7, null, null]]);
      expect(ask(9).writes(12).waits()).toEqual([[0, 7, null, null]]);
      const crossed = new Story().opens(0).tell('reply.sent', { at: 2, payload: { kind: 'question', isAsked: false } });
      expect(crossed.waits()).toEqual([[0, 7, null, null]]);
    });

    it('end with an answer or a closing while the citizen is awaited', () => {
      expect(ask(2).answers(6).waits()).toEqual([[0, 11, 6, 'met']]);
    });

    it('put it off once, and only in time', () => {
      expect(hold(5, 12).waits()).toEqual([[0, 12, null, null]]);
      expect(hold(6, 20).waits()).toEqual([[0, 12, null, null]]);
      story = new Story().opens(0);
      expect(hold(8, 12).deadlines()[0]).toMatchObject({ dueAt: day(7), extendedUntil: null });
      expect(story.deadlines()[0]?.segments.at(-1)?.why.code).toBe('held-off-too-late');
    });

    it('may both come: what was put off waits for the citizen too', () => {
      hold(5, 12);
      expect(ask(6).writes(8).waits()).toEqual([[0, 14, null, null]]);
    });
  });

  describe('transfers', () => {
    const transfer = (at: number, clock: string) =>
      story.tell('conversation.transferred', {
        at,
        payload: { fromDepartmentId: 'water', toDepartmentId: 'roads', clock, clockReason: 'sent to the wrong office' },
      });

    beforeEach(() => {
      story.promise(plain(24), { at: -100, of: 'roads' });
    });

    it('keep the promise of whoever gave it', () => {
      expect(transfer(2, 'keep').waits()).toEqual([[0, 7, null, null]]);
      expect(story.deadlines()[0]).toMatchObject({ departmentId: 'roads', promisedBy: 'water' });
    });

    it('start it again under the promise of the department that gets it', () => {
      expect(transfer(2, 'restart').waits()).toEqual([[0, 3, null, null]]);
      expect(story.deadlines()[0]?.segments.at(-1)?.why).toMatchObject({
        code: 'restarted',
        detail: { reason: 'sent to the wrong office' },
      });
    });

    it('let the new promise be put off anew', () => {
      const hold = (at: number, until: number) =>
        story.tell('reply.sent', { at, payload: { kind: 'holding', until: day(until).toISOString() } });
      hold(1, 12);
      transfer(2, 'restart');
      expect(story.waits()).toEqual([[0, 3, null, null]]);
      expect(hold(2.5, 5).waits()).toEqual([[0, 5, null, null]]);
    });

    describe('out of a department that promises nothing for it', () => {
      const { answer } = {
        answer: { kind: 'answer', priority: null, unit: 'hours', clock: 'calendar', atLatestDays: null },
      } as const;
      const pothole = { code: 'pothole', name: { en: 'Pothole', zh: '坑洞' } };
      const ofClass = (hours: number): DeadlinePolicy => ({
        ...plain(24),
        classes: [pothole],
        rules: [...plain(24).rules, { ...answer, classCode: 'pothole', amount: hours }],
      });

      it('bring it under the promise of who has it now, from the same start', () => {
        story = new Story(null).opens(0).promise(plain(24), { at: -100, of: 'roads' });
        expect(transfer(0.5, 'keep').waits()).toEqual([[0, 1, null, null]]);
        const [deadline] = story.deadlines();
        expect(deadline).toMatchObject({ departmentId: 'roads', promisedBy: 'roads' });
        expect(deadline?.segments.map(({ why }) => why.code)).toEqual(['message', 'taken-over']);
      });

      it('give it back once that department promises something while it is open, and not later', () => {
        story = new Story(null).opens(0).promise(plain(24), { at: -100, of: 'roads' });
        transfer(0.5, 'keep').promise(plain(72), { at: 0.6 });
        expect(story.waits()).toEqual([[0, 3, null, null]]);
        story = new Story(null).opens(0).promise(plain(24), { at: -100, of: 'roads' });
        transfer(0.5, 'keep').answers(2).promise(plain(72), { at: 3 });
        expect(story.waits()).toEqual([[0, 1, 2, 'late']]);
      });

      it('let a class bind that only who has it now knows', () => {
        story.promise(ofClass(48), { at: -50, of: 'roads' });
        transfer(0.5, 'keep').tell('conversation.classified', { at: 0.6, payload: { to: 'pothole' } });
        expect(story.waits()).toEqual([[0, 2, null, null]]);
        expect(story.deadlines()[0]).toMatchObject({ promisedBy: 'roads' });
        story.promise({ ...ofClass(72), rules: plain(96).rules }, { at: 0.7 });
        expect(story.waits()).toEqual([[0, 4, null, null]]);
        expect(story.deadlines()[0]).toMatchObject({ promisedBy: 'water' });
      });
    });

    it('make the next one theirs', () => {
      expect(transfer(2, 'keep').answers(3).writes(4).waits().at(-1)).toEqual([4, 5, null, null]);
    });
  });

  describe('merging', () => {
    beforeEach(() => {
      story.opens(2, { of: 'b' });
    });

    it('answers every part, each under its own deadline', () => {
      story.merges(3, ['b', 'a']).answers(8);
      expect(story.waits('a')).toEqual([[0, 7, 8, 'late']]);
      expect(story.waits('b')).toEqual([[2, 9, 8, 'met']]);
    });

    it('leaves to a part what is written in it, and gives it back with an unmerge', () => {
      story.merges(3, ['b', 'a']).answers(4).writes(5, { homeId: 'b' }).unmerges(6, ['b', 'a']).answers(7);
      expect(story.waits('a')).toEqual([[0, 7, 4, 'met']]);
      expect(story.waits('b')).toEqual([
        [2, 9, 4, 'met'],
        [5, 12, null, null],
      ]);
    });

    it('passes over an answer that was written before, and follows into what the survivor is merged into', () => {
      story.merges(3, ['b', 'a']).answers(4, { pressedAt: 2.5 });
      expect(story.waits('b')).toEqual([[2, 9, null, null]]);
      story.opens(4, { of: 'c' }).merges(5, ['a', 'c']).answers(6, { of: 'c' });
      expect(story.waits('b')).toEqual([[2, 9, 6, 'met']]);
      story.writes(7, { of: 'c', homeId: 'b' }).unmerges(8, ['a', 'c']).answers(9);
      expect(story.waits('b').at(-1)).toEqual([7, 14, 9, 'met']);
    });

    it('passes over a letter that was submitted before its survivor came back', () => {
      story.merges(3, ['b', 'a']).opens(4, { of: 'c' }).merges(5, ['a', 'c']).unmerges(8, ['a', 'c']);
      story.tell('letter.published', { at: 9, readUntil: 4 });
      expect(story.waits('a')).toEqual([[0, 7, 9, 'late']]);
      expect(story.waits('b')).toEqual([[2, 9, null, null]]);
    });

    it('finds its place again when the same two are merged twice', () => {
      story.merges(3, ['b', 'a']).unmerges(4, ['b', 'a']).answers(5);
      story.merges(6, ['b', 'a']).answers(7);
      expect(story.waits('b')).toEqual([[2, 9, 7, 'met']]);
    });

    it('waits for the citizen of any part', () => {
      story.merges(3, ['b', 'a']).tell('reply.sent', { at: 4, payload: { kind: 'question' } });
      expect(story.waits('b')).toEqual([[2, null, null, null]]);
      story.writes(6);
      expect(story.waits('b')).toEqual([[2, 11, null, null]]);
    });
  });

  describe('splitting', () => {
    const split = (at: number, ...messageIds: string[]) =>
      story
        .tell('conversation.split', { at, payload: { intoId: 'b', messageIds } })
        .tell('conversation.split-off', { at, of: 'b', openedAt: 4, payload: { priority: 'high' } });

    it('takes along what waited, from when it was written', () => {
      story.answers(3).writes(4);
      split(6, 'm4');
      expect(story.waits('a').at(-1)).toEqual([4, 11, 6, 'cancelled']);
      expect(story.waits('b')).toEqual([[4, 11, null, null]]);
      expect(story.deadlines('b')[0]?.priority).toBe('high');
    });

    it('goes on waiting for the citizen where what they wrote has left', () => {
      story.tell('reply.sent', { at: 2, payload: { kind: 'question' } }).writes(4);
      expect(story.waits()).toEqual([[0, 9, null, null]]);
      split(6, 'm4');
      expect(story.waits()).toEqual([[0, null, null, null]]);
      expect(story.writes(8).waits()).toEqual([[0, 13, null, null]]);
    });

    it('leaves the rest waiting for what is left', () => {
      story.answers(3).writes(4).writes(5);
      split(6, 'm4');
      expect(story.waits('a').at(-1)).toEqual([5, 12, null, null]);
    });
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

  describe('warnings', () => {
    it('come at the shares of the time that runs, without its pauses', () => {
      expect(story.deadlines()[0]?.warnings.map(({ at }) => inDays(new Date(at)))).toEqual([3.5, 5.6, 7]);
      story.tell('reply.sent', { at: 1, payload: { kind: 'question' } }).writes(3);
      expect(story.deadlines()[0]?.warnings.map(({ at }) => inDays(new Date(at)))).toEqual([5.5, 7.6, 9]);
    });

    it('name the next of which nobody was told, again where the promise moved later', () => {
      const next = () => inDays(story.deadlines()[0]?.nextWarningAt ?? null);
      expect(next()).toBe(3.5);
      story.tellings.push({ kind: 'answer', ordinal: 1, share: 0.8, at: day(5.6) });
      expect(next()).toBe(7);
      story.tell('reply.sent', { at: 6, payload: { kind: 'holding', until: day(20).toISOString() } });
      expect(next()).toBe(10);
      expect(story.answers(11).deadlines()[0]).toMatchObject({ nextWarningAt: null, warnings: [] });
    });
  });

  it('follow a letter from its first draft to its publication', () => {
    const rule = { kind: 'letter', amount: 2, unit: 'days', clock: 'calendar', atLatestDays: null } as const;
    const policy = { ...plain(WEEK), rules: [{ ...rule, classCode: null, priority: null }] };
    const told = new Story(policy).opens(0).tell('letter.drafted', { at: 1 });
    expect(told.deadlines()).toMatchObject([{ kind: 'letter', ordinal: 1, dueAt: day(3), endedAt: null }]);
    told.tell('letter.published', { at: 4 });
    expect(told.deadlines()).toMatchObject([{ kind: 'letter', endedAt: day(4), outcome: 'late' }]);
  });
});
