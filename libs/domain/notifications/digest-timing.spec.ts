import { describe, expect, it } from '@jest/globals';
import { nextTryAt, takesMail } from './digest-timing.js';

const MONDAY_9 = new Date('2026-11-23T01:00:00Z');
const free = { workingHours: [], timeZone: 'Asia/Shanghai', outFrom: null, outUntil: null };
const OFFICE = { ...free, workingHours: [{ weekday: 1, from: 540, to: 1_020 }] };
const later = (hours: number) => new Date(MONDAY_9.getTime() + hours * 3_600_000);

describe('a digest', () => {
  it('comes in the hours of work only', () => {
    expect(takesMail(free, later(14))).toBe(true);
    expect(takesMail(OFFICE, MONDAY_9)).toBe(true);
    expect(takesMail(OFFICE, later(14))).toBe(false);
  });

  it('leaves alone who is out of office', () => {
    expect(takesMail({ ...OFFICE, outFrom: later(-1), outUntil: null }, MONDAY_9)).toBe(false);
    expect(takesMail({ ...OFFICE, outFrom: later(-9), outUntil: later(-1) }, MONDAY_9)).toBe(true);
  });

  it('is tried again ever more rarely', () => {
    const waits = [1, 2, 3, 7, 20].map(
      (attempt) => (nextTryAt(MONDAY_9, attempt).getTime() - MONDAY_9.getTime()) / 60_000,
    );
    expect(waits).toEqual([5, 10, 20, 240, 240]);
  });
});
