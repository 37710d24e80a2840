import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { day, nantong, plain, Story } from '../../../test/support/deadline-story.js';
import type { Deadline } from './deadline.js';

type Act = (story: Story, at: number) => void;

const ACTS: Record<string, Act> = {
  write: (story, at) => void story.writes(at),
  answer: (story, at) => void story.answers(at),
  answerEarlier: (story, at) => void story.answers(at, { pressedAt: at - 0.9 }),
  ask: (story, at) => void story.tell('reply.sent', { at, payload: { kind: 'question' } }),
  hold: (story, at) =>
    void story.tell('reply.sent', { at, payload: { kind: 'holding', until: day(at + 9).toISOString() } }),
  claim: (story, at) => void story.tell('conversation.assigned', { at }),
  close: (story, at) => void story.tell('conversation.closed', { at }),
  reopen: (story, at) => void story.tell('conversation.reopened', { at }),
  prioritise: (story, at) => void story.tell('conversation.prioritised', { at, payload: { to: 'urgent' } }),
  transfer: (story, at) =>
    void story.tell('conversation.transferred', { at, payload: { toDepartmentId: 'roads', clock: 'keep' } }),
  restart: (story, at) =>
    void story.tell('conversation.transferred', { at, payload: { toDepartmentId: 'roads', clock: 'restart' } }),
  policy: (story, at) => void story.promise(plain(24 * (1 + (at % 5))), { at: at + 0.1 }),
};

const walks = fc.array(fc.constantFrom(...Object.keys(ACTS)), { maxLength: 30 });

function walked(acts: readonly string[]): Story {
  const story = new Story(nantong).opens(0).promise(plain(30), { at: -100, of: 'roads' });
  for (const [step, act] of acts.entries()) ACTS[act]?.(story, step + 1);
  return story;
}

const ended = (deadlines: readonly Deadline[]) => deadlines.filter(({ endedAt }) => endedAt !== null);

describe('deadlines, whatever happens', () => {
  it('stay as they are once they have ended', () => {
    fc.assert(
      fc.property(walks, fc.nat(30), (acts, until) => {
        const [then, now] = [walked(acts.slice(0, until)), walked(acts)].map((story) => ended(story.deadlines()));
        expect(now).toEqual(expect.arrayContaining(then ?? []));
      }),
    );
  });

  it('have one clock running at a time for answers, and segments without gaps', () => {
    fc.assert(
      fc.property(walks, (acts) => {
        const deadlines = walked(acts).deadlines();
        const open = deadlines.filter(({ kind, endedAt }) => endedAt === null && kind.endsWith('answer'));
        expect(open.length).toBeLessThanOrEqual(1);
        for (const { startedAt, endedAt, segments } of deadlines) {
          expect(segments[0]?.from).toBe(startedAt.toISOString());
          expect(segments.at(-1)?.to ?? null).toBe(endedAt?.toISOString() ?? null);
          for (const [at, segment] of segments.slice(1).entries()) expect(segment.from).toBe(segments[at]?.to);
        }
      }),
    );
  });

  it('are met exactly where they ended by their time', () => {
    fc.assert(
      fc.property(walks, (acts) => {
        for (const { dueAt, endedAt, outcome } of ended(walked(acts).deadlines())) {
          const isMet = endedAt !== null && dueAt !== null && endedAt <= dueAt;
          expect(outcome).toBe(dueAt === null ? 'cancelled' : isMet ? 'met' : 'late');
        }
      }),
    );
  });
});
