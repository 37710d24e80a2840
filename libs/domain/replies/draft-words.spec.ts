import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinedDraft, joinedWords, losesDraft, losesWords, lostCharacters, NO_WORDS } from './draft-words.js';

describe('what a saved draft would lose', () => {
  it('is nothing while somebody goes on writing, at the end or in the middle', () => {
    expect(lostCharacters('We come', 'We come on Monday.')).toBe(0);
    expect(lostCharacters('We come on Monday.', 'We surely come on Monday.')).toBe(0);
  });

  it('is what was deleted or written over', () => {
    expect(lostCharacters('We come on Monday.', 'We on Monday.')).toBe('come'.length);
    expect(losesWords('The main in your street is replaced in spring.', '')).toBe(true);
    expect(losesWords('We come on Monday.', 'We come on Sunday.')).toBe(false);
  });

  it('is never more than there was, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (earlier, later) => {
        const lost = lostCharacters(earlier, later);
        expect(lost >= 0 && lost <= earlier.length).toBe(true);
        expect(lostCharacters(earlier, earlier + later)).toBe(0);
        expect(lostCharacters(earlier, later + earlier)).toBe(0);
      }),
    );
  });
});

describe("a colleague's words beside one's own", () => {
  it.each([
    ['', 'Theirs.', 'Theirs.'],
    ['Mine.', '', 'Mine.'],
    ['Mine.', 'Theirs.', 'Mine.\n\nTheirs.'],
    ['Mine.\n\nTheirs.', 'Theirs.', 'Mine.\n\nTheirs.'],
  ])('%j and %j are %j', (mine, theirs, both) => {
    expect(joinedWords(mine, theirs)).toBe(both);
  });
});

describe('the reason of a holding reply', () => {
  const reason = 'the spare part comes from another city';
  const held = { body: 'We are sorry.', kind: 'holding' as const, holdingDate: '2027-01-05', holdingReason: reason };
  const answer = { ...NO_WORDS, body: 'We come on Monday.' };

  it('is lost like any other word, but not where it is only put aside', () => {
    expect(losesDraft(held, { ...held, holdingReason: '' })).toBe(true);
    expect(losesDraft(held, { ...held, kind: 'answer' })).toBe(false);
    expect(losesDraft(held, { ...held, body: 'We are sorry. ', holdingReason: `${reason} ` })).toBe(false);
  });

  it('comes along where two drafts become one, and once only', () => {
    const both = joinedDraft(answer, held);
    expect(both).toEqual({ ...answer, body: `We come on Monday.\n\n2027-01-05 ${reason}\n\nWe are sorry.` });
    expect(joinedDraft(both, held)).toEqual(both);
    expect(joinedDraft(NO_WORDS, held)).toEqual(held);
    expect(joinedDraft(held, { ...held, body: '' })).toEqual(held);
  });
});
