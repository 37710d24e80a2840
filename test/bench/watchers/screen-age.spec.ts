import { describe, expect, it } from '@jest/globals';
import { screenAges } from './screen-age.js';

const list = (beganAt: number, endedAt: number) => ({ isList: true, beganAt, endedAt });

describe('the age of a screen', () => {
  it('ends with the first list that was asked for after the change', () => {
    expect(screenAges([100, 150, 200], [list(90, 120), list(160, 190), list(260, 300)])).toEqual([90, 40, 100]);
  });

  it('does not count what was under way when the change came, nor what is no list', () => {
    const counts = { isList: false, beganAt: 110, endedAt: 115 };
    expect(screenAges([100], [list(99, 130), counts, list(400, 410)])).toEqual([310]);
  });

  it('never ends where nothing was fetched after it', () => {
    expect(screenAges([100], [list(90, 95)])).toEqual([Number.POSITIVE_INFINITY]);
  });
});
