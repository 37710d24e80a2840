import { beforeEach, describe, expect, it } from '@jest/globals';
import { day, inDays, nantong, plain, Story } from '../../../test/support/deadline-story.js';

const WEEK = 168;

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

    it('end as nobody’s when the opening is rejected, and count anew when it is taken up after all', () => {
      const refused = new Story().tell('message.received', { at: 0, isByPerson: false, message: { id: 'a-opening' } });
      refused.tell('message.rejected', { at: 1, message: { id: 'a-opening' }, payload: { closes: true } });
      expect(refused.waits()).toEqual([[0, 7, 1, 'cancelled']]);
      refused.tell('message.restored', { at: 3, message: { id: 'a-opening' }, payload: { reopens: true } });
      expect(refused.waits()).toEqual([[0, 10, null, null]]);
      expect(refused.answers(4).waits()).toEqual([[0, 10, 4, 'met']]);
    });

    it('go on where a message is rejected that did not open it, or after others took it up', () => {
      story.tell('message.received', { at: 1, isByPerson: false, message: { id: 'm' } });
      story.tell('message.rejected', { at: 2, message: { id: 'm' }, payload: { closes: false } });
      expect(story.waits()).toEqual([[0, 7, null, null]]);
      story.answers(3).tell('message.restored', { at: 4, message: { id: 'm', postedAt: 1 } });
      expect(story.waits()).toHaveLength(2);
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
