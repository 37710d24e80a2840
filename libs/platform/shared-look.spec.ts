import { describe, expect, it } from '@jest/globals';
import { SharedLook } from './shared-look.js';

describe('a shared look', () => {
  const counting = (everyMs: number) => {
    const looks: string[][] = [];
    let truth = 0;
    const shared = new SharedLook<string, number>({
      everyMs,
      keyOf: (question) => question.charAt(0),
      look: async (questions) => {
        looks.push(questions);
        const seen = truth;
        await new Promise((resolve) => setImmediate(resolve));
        return questions.map(() => seen);
      },
    });
    return { shared, looks, change: () => (truth += 1) };
  };

  it('is one for everybody who asks within the interval, after the first', async () => {
    const { shared, looks } = counting(40);
    await shared.ask('a1');
    await Promise.all(Array.from({ length: 50 }, (_, n) => shared.ask(`a${n}`)));
    expect(looks.map((questions) => questions.length)).toEqual([1, 50]);
  });

  it('begins after the question, so that a change that was made before is in the answer', async () => {
    const { shared, change } = counting(20);
    const first = shared.ask('a');
    await new Promise((resolve) => setTimeout(resolve, 2));
    change();
    const second = shared.ask('a');
    expect([await first, await second]).toEqual([0, 1]);
  });

  it('keeps other questions apart', async () => {
    const { shared, looks } = counting(1_000);
    await Promise.all([shared.ask('a'), shared.ask('b')]);
    expect(looks).toHaveLength(2);
  });

  it('goes on after a failure, which all who asked are told', async () => {
    let isBroken = true;
    const shared = new SharedLook<string, string>({
      everyMs: 1,
      keyOf: () => '',
      look: async (questions) => {
        if (isBroken) throw new Error('PostgreSQL is away');
        return questions;
      },
    });
    const told = await Promise.allSettled([shared.ask('a'), shared.ask('b')]);
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isBroken = false;
    expect(await shared.ask('c')).toBe('c');
  });
});
