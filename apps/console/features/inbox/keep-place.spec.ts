import { describe, expect, it } from '@jest/globals';
import { arrivals, placeShift } from './keep-place.js';

describe('placeShift', () => {
  it('moves on by the rows that came in above', () => {
    expect(placeShift(['a', 'b', 'c'], ['x', 'y', 'a', 'b', 'c'], 1)).toBe(2);
  });

  it('moves back by the rows that left above', () => {
    expect(placeShift(['a', 'b', 'c'], ['b', 'c'], 1)).toBe(-1);
  });

  it('holds on to the next row when the first in sight has left', () => {
    expect(placeShift(['a', 'b', 'c'], ['x', 'a', 'c'], 1)).toBe(0);
  });

  it('stays when nothing that was in sight is left', () => {
    expect(placeShift(['a'], ['b'], 0)).toBe(0);
  });
});

describe('arrivals', () => {
  it('counts what came in, not the rows of a further page', () => {
    expect(arrivals(['a', 'b'], ['x', 'a', 'b', 'c', 'd'])).toBe(1);
  });
});
