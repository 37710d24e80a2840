import { describe, expect, it } from '@jest/globals';
import { publishedDepartments } from './published-departments.js';

const months = (...received: number[]) => received.map((n, index) => ({ departmentId: `d${index}`, received: n }));
const named = (...received: number[]) => {
  const published = publishedDepartments(months(...received), 20);
  return published && [...published].sort();
};

describe('which departments a month is published of', () => {
  it.each<[string, number[], string[] | null]>([
    ['nothing at all of too few', [12, 7], null],
    ['all where each has enough', [20, 35], ['d0', 'd1']],
    ['the desk alone where each has too few', [12, 19], []],
    ['those with enough, where what is left is enough too', [50, 15, 15], ['d0']],
    ['not the last one, by which the small one could be subtracted', [50, 30, 3], ['d0']],
    ['a quiet one takes nothing from the others', [50, 30, 0], ['d0', 'd1']],
  ])('%s', (_, received, expected) => {
    expect(named(...received)).toEqual(expected);
  });
});
