import { beforeEach, describe, expect, it } from '@jest/globals';
import { day, plain, Story } from '../../../test/support/deadline-story.js';
import type { DeadlinePolicy } from './deadline-policy.js';

const WEEK = 168;

describe('deadlines of what moves on', () => {
  let story: Story;

  beforeEach(() => {
    story = new Story(plain(WEEK)).opens(0);
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
});
