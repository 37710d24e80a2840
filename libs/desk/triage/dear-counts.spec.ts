import { describe, expect, it } from '@jest/globals';
import { DearCounts } from './dear-counts.js';

describe('counts that are dear', () => {
  const countedTwice = async (tookMs: number) => {
    const dear = new DearCounts();
    let n = 0;
    const count = () => Promise.resolve({ n: ++n, tookMs });
    return [await dear.count('a', count), await dear.count('a', count)];
  };

  it('rest, and those that are cheap are counted anew', async () => {
    expect(await countedTwice(10_000)).toEqual([1, 1]);
    expect(await countedTwice(1)).toEqual([1, 2]);
  });
});
