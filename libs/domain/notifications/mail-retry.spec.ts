import { describe, expect, it } from '@jest/globals';
import { nextTryAt } from './mail-retry.js';

const MONDAY_9 = new Date('2026-11-23T01:00:00Z');

describe('a mail that could not be sent', () => {
  it('is tried again ever more rarely', () => {
    const waits = [1, 2, 3, 7, 20].map(
      (attempt) => (nextTryAt(MONDAY_9, attempt).getTime() - MONDAY_9.getTime()) / 60_000,
    );
    expect(waits).toEqual([5, 10, 20, 240, 240]);
  });
});
