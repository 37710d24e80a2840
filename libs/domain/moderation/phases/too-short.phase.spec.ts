import { describe, expect, it } from '@jest/globals';
import { screen } from '../screening.js';

const findingsIn = (title: string | null, body: string) =>
  screen({ title, body, blockedWords: [], repeatedOf: 0 }).findings;

describe('a message that is too short', () => {
  it.each([
    '好',
    '谢谢',
    '请回复',
    'hi',
    'ok thx',
    '……',
    '😀😀😀😀😀😀😀😀',
    '啊啊啊啊啊啊啊啊',
    'aaaaaaaaaaaaaaaa',
    '123456789',
    ' ',
  ])('holds %j, which nobody could act on', (body) => {
    expect(findingsIn(null, body)).toEqual([
      { phase: 'too-short', kind: 'too-short', field: 'body', start: 0, end: body.length, score: 1 },
    ]);
  });

  it.each(['路灯坏了', '没有wifi', 'Fix my road', 'Broken lamp', '가로등이 고장났어요'])('lets %j pass', (body) => {
    expect(findingsIn(null, body)).toEqual([]);
  });

  it('takes the title into account, for people who write it all there', () => {
    expect(findingsIn('人民路的路灯坏了', '如题')).toEqual([]);
  });
});
