import { describe, expect, it } from '@jest/globals';
import { datesOf, rangeFrom } from './oversight-range.js';

const now = new Date('2026-11-22T17:30:00Z');
const datesOfPreset = (search: string, timeZone: string) =>
  datesOf(rangeFrom(new URLSearchParams(search)), now, timeZone);

describe('datesOf', () => {
  it('is unbounded for all of history', () => {
    expect(datesOfPreset('', 'UTC')).toEqual({});
  });

  it("counts today of the viewer's zone as the last of seven days", () => {
    expect(datesOfPreset('preset=d7', 'UTC')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(datesOfPreset('preset=d7', 'Asia/Shanghai')).toEqual({ from: '2026-11-17', to: '2026-11-23' });
  });

  it('takes the dates of the address, and none that are not dates', () => {
    expect(datesOfPreset('preset=own&from=2012-01-05&to=yesterday', 'UTC')).toEqual({ from: '2012-01-05' });
  });
});
