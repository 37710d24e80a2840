import { describe, expect, it } from '@jest/globals';
import { wordsOf } from './segment.js';
import { likenessOf, tellingWords } from './telling-words.js';

const SHARES = new Map([
  ['希望', 0.4],
  ['路灯', 0.02],
  ['小区', 0.2],
]);
const shareOf = (word: string) => SHARES.get(word) ?? null;
const telling = (body: string, title: string | null = null) => tellingWords({ title, body }, shareOf);
const textsOf = (body: string, title?: string) => telling(body, title).map((word) => word.text);

describe('telling words', () => {
  it('are the rare ones, the rarest first, without numbers and single characters', () => {
    expect(textsOf('希望小区的路灯维修，2019年')).toEqual(['维修', '路灯']);
    expect(textsOf('Bus to A 906 at')).toEqual(['bus']);
  });

  it('are found where the dictionary knows only their characters', () => {
    expect(textsOf('住房公积金贷款')).toEqual(expect.arrayContaining(['公积', '积金', '贷款']));
  });

  it('are before all others those of the title', () => {
    expect(textsOf('维修水管', '路灯')).toEqual(['路灯', '维修', '水管']);
  });

  it('weigh what two texts have in common', () => {
    const asked = telling('路灯维修');
    expect(likenessOf(asked, wordsOf('路灯维修')).likeness).toBe(1);
    const partly = likenessOf(asked, wordsOf('维修水管'));
    expect(partly.shared.map(({ text }) => text)).toEqual(['维修']);
    expect(partly.likeness).toBeGreaterThan(0.5);
    expect(likenessOf([], wordsOf('路灯')).likeness).toBe(0);
  });
});
