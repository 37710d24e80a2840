import { describe, expect, it } from '@jest/globals';
import { SharedCommit } from './shared-commit.js';

describe('a shared commit', () => {
  const gather = (together: (items: number[]) => Promise<string[]>, lanes = 1) =>
    new SharedCommit<number, string>({ most: 10, lanes, together });

  it('takes what arrived together in one, at the most so many, and answers each its own', async () => {
    const batches: number[][] = [];
    const shared = gather(async (items) => {
      batches.push(items);
      return items.map((item) => `answer ${item}`);
    });
    const items = Array.from({ length: 25 }, (_, index) => index);
    expect(await Promise.all(items.map((item) => shared.add(item)))).toEqual(items.map((item) => `answer ${item}`));
    expect(batches.map((batch) => batch.length)).toEqual([10, 10, 5]);
  });

  it('lets one bad item fail alone', async () => {
    const shared = gather(async (items) => {
      if (items.includes(3)) throw new Error('three');
      return items.map(String);
    });
    const answers = await Promise.allSettled([1, 2, 3, 4].map((item) => shared.add(item)));
    expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('never has more under way than it has lanes', async () => {
    let underWay = 0;
    let most = 0;
    const shared = gather(async (items) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return items.map(String);
    }, 2);
    await Promise.all(Array.from({ length: 100 }, (_, item) => shared.add(item)));
    expect(most).toBe(2);
  });

  it('fails all at once when PostgreSQL is away, instead of knocking once for each', async () => {
    let knocks = 0;
    const shared = gather(async () => {
      knocks += 1;
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    });
    const answers = await Promise.allSettled([1, 2, 3].map((item) => shared.add(item)));
    expect(answers.every((answer) => answer.status === 'rejected')).toBe(true);
    expect(knocks).toBe(1);
  });

  it('goes on after a failure', async () => {
    let isBroken = true;
    const shared = gather(async (items) => {
      if (isBroken) throw new Error('PostgreSQL is away');
      return items.map(String);
    });
    await expect(shared.add(1)).rejects.toThrow('PostgreSQL is away');
    isBroken = false;
    expect(await shared.add(2)).toBe('2');
  });
});
