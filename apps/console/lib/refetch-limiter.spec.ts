import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RefetchLimiter } from './refetch-limiter.js';

describe('RefetchLimiter', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const settle = () => jest.advanceTimersByTimeAsync(0);

  it('refetches at once when it was quiet', async () => {
    const runs = counter();
    new RefetchLimiter().ring('inbox', runs.run);
    await settle();
    expect(runs.count()).toBe(1);
  });

  it('refetches at most once a second however often it rings', async () => {
    const runs = counter();
    const limiter = new RefetchLimiter();
    for (let tenth = 0; tenth < 50; tenth++) {
      limiter.ring('inbox', runs.run);
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(runs.count()).toBeLessThanOrEqual(6);
    expect(runs.count()).toBeGreaterThanOrEqual(5);
  });

  it('always refetches once more after the last ring', async () => {
    const runs = counter();
    const limiter = new RefetchLimiter();
    limiter.ring('inbox', runs.run);
    await settle();
    limiter.ring('inbox', runs.run);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(runs.count()).toBe(2);
  });

  it('never has two refetches of one list under way', async () => {
    const limiter = new RefetchLimiter();
    let underWay = 0;
    let most = 0;
    const slow = async () => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      underWay--;
    };
    for (let second = 0; second < 10; second++) {
      limiter.ring('inbox', slow);
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(most).toBe(1);
  });

  it('begins a refetch after a ring that came while the one before was under way', async () => {
    const starts: number[] = [];
    const limiter = new RefetchLimiter();
    const slow = async () => {
      starts.push(Date.now());
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    };
    limiter.ring('inbox', slow);
    await jest.advanceTimersByTimeAsync(2_000);
    const rungAt = Date.now();
    limiter.ring('inbox', slow);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(starts).toHaveLength(2);
    expect(starts[1]).toBeGreaterThan(rungAt);
  });

  it('keeps lists apart', async () => {
    const inbox = counter();
    const counts = counter();
    const limiter = new RefetchLimiter();
    limiter.ring('inbox', inbox.run);
    limiter.ring('counts', counts.run);
    await settle();
    expect([inbox.count(), counts.count()]).toEqual([1, 1]);
  });

  it('gives a list of five pages five seconds', async () => {
    const runs = counter();
    const limiter = new RefetchLimiter();
    for (let second = 0; second < 9; second++) {
      limiter.ring('inbox', runs.run, 5);
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(runs.count()).toBe(2);
  });

  it('goes on after a refetch that failed', async () => {
    const runs = counter();
    const limiter = new RefetchLimiter();
    limiter.ring('inbox', () => Promise.reject(new Error('no network')));
    await jest.advanceTimersByTimeAsync(1_500);
    limiter.ring('inbox', runs.run);
    await settle();
    expect(runs.count()).toBe(1);
  });

  it('is silent once it was stopped', async () => {
    const runs = counter();
    const limiter = new RefetchLimiter();
    limiter.ring('inbox', runs.run);
    limiter.ring('inbox', runs.run);
    limiter.stop();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(runs.count()).toBe(1);
  });
});

function counter() {
  let count = 0;
  return { count: () => count, run: async () => void count++ };
}
