import { describe, expect, it } from '@jest/globals';
import { isStuck, nextLeavingTryAt, STUCK_AFTER_FAILURES } from './leaving.js';

const NOW = new Date('2026-11-23T08:00:00Z');
const waitAfter = (failures: number) => (nextLeavingTryAt(NOW, failures).getTime() - NOW.getTime()) / 1_000;

describe('a reply that fails to leave', () => {
  it('is tried again ever later, at most ten minutes apart', () => {
    expect([1, 2, 3, 4, 5, 6, 9, 10, 500].map(waitAfter)).toEqual([2, 4, 8, 16, 32, 64, 512, 600, 600]);
  });

  it('is stuck about a minute after its time', () => {
    const failures = Array.from({ length: STUCK_AFTER_FAILURES - 1 }, (_, index) => index + 1);
    const seconds = failures.map(waitAfter).reduce((sum, one) => sum + one, 0);
    expect(seconds).toBe(62);
  });

  it('is stuck only as long as it waits', () => {
    expect(isStuck({ state: 'waiting', leavingFailures: STUCK_AFTER_FAILURES })).toBe(true);
    expect(isStuck({ state: 'waiting', leavingFailures: STUCK_AFTER_FAILURES - 1 })).toBe(false);
    expect(isStuck({ state: 'taken-back', leavingFailures: 40 })).toBe(false);
  });
});
