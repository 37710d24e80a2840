import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinedWords, losesWords, lostCharacters } from './draft-words.js';

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
