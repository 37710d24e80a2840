import { describe, expect, it } from '@jest/globals';
import { takesMail } from './digest-timing.js';

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
});
