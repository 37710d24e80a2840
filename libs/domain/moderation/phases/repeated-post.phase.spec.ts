import { expect, it } from '@jest/globals';
import { screen } from '../screening.js';

const body = '我家门口的路灯坏了。';
const findingsAfter = (repeatedOf: number) => screen({ title: null, body, blockedWords: [], repeatedOf }).findings;

it('lets the first message pass', () => {
  expect(findingsAfter(0)).toEqual([]);
});

it.each([1, 7])('holds the whole message when the citizen said it %d times before', (times) => {
  expect(findingsAfter(times)).toEqual([
    { phase: 'repeated-post', kind: 'repeated-post', field: 'body', start: 0, end: body.length, score: 1 },
  ]);
});
