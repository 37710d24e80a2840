import { describe, expect, it } from '@jest/globals';
import { mentionOf } from '#domain/notes/mentions.js';
import { mentionLabels, mentionQuery, suggestedFor, withMentions, withoutMentions } from './mention-text.js';

const id = (n: number) => `0199a000-0000-7000-8000-00000000000${n}`;
const officer = (n: number, name: string, isPresent = false) => ({ id: id(n), name, isPresent, roles: [] });
const ANA = officer(1, 'Ana');
const ANA_LI = officer(2, 'Ana Li');
const FANG = officer(3, '王芳');
const SECOND_FANG = officer(4, '王芳');
const ODD = officer(5, 'O’Neil (Jr.)');
const ALL = [ANA, ANA_LI, FANG, SECOND_FANG, ODD];
const LABELS = mentionLabels(ALL);

describe('mentions in a note', () => {
  it.each([
    ['@Ana please', `${mentionOf(id(1))} please`],
    ['@Ana Li please', `${mentionOf(id(2))} please`],
    ['@Anabel is nobody', '@Anabel is nobody'],
    ['ask@Ana.example', 'ask@Ana.example'],
    ['请@王芳看一下', `请${mentionOf(id(3))}看一下`],
    ['请@王芳 2看一下', `请${mentionOf(id(4))}看一下`],
    ['@O’Neil (Jr.)!', `${mentionOf(id(5))}!`],
    ['@ana', '@ana'],
  ])('%j is kept as %j', (written, kept) => {
    expect(withMentions(written, LABELS)).toBe(kept);
    expect(withoutMentions(kept, LABELS, [])).toBe(written);
  });

  it('shows the name of somebody who may no longer be mentioned', () => {
    expect(withoutMentions(`${mentionOf(id(9))}, look`, LABELS, [{ id: id(9), name: 'Gone' }])).toBe('@Gone, look');
    expect(withMentions('@Ana', new Map())).toBe('@Ana');
  });

  it.each([
    ['@', 1, { query: '', start: 0 }],
    ['Ask @Ana L', 10, { query: 'Ana L', start: 4 }],
    ['请@王', 3, { query: '王', start: 1 }],
    ['mail ana@city', 13, null],
    ['@Ana\nnext', 9, null],
    ['@Ana later', 2, { query: 'A', start: 0 }],
    ['', 0, null],
  ])('%j with the caret at %i asks for %j', (text, caret, expected) => {
    expect(mentionQuery(text, caret)).toEqual(expected);
  });

  it('suggests who begins so, who is present first', () => {
    expect(suggestedFor('an', [ANA, officer(6, 'Andrei', true), FANG]).map(({ name }) => name)).toEqual([
      'Andrei',
      'Ana',
    ]);
    expect(suggestedFor('li', ALL)).toEqual([ANA_LI]);
    expect(suggestedFor('芳', ALL)).toEqual([FANG, SECOND_FANG]);
    expect(suggestedFor('Ana Li ', ALL)).toEqual([]);
  });
});
