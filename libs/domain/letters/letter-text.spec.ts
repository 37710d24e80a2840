import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalLetter, type LetterText, paragraphsOf } from './letter-text.js';

const letter: LetterText = {
  title: 'Water in Maple Street',
  salutation: 'Dear Ms Li,',
  body: 'We have repaired the main.\n\nThank you for telling us.',
  signatoryName: 'Zhao Min',
  signatoryTitle: 'Director of Water',
};
const FIELDS = Object.keys(letter) as (keyof LetterText)[];

describe('the canonical form of a letter', () => {
  it('is fixed: an approval of last year still names the same text', () => {
    expect(canonicalLetter(letter)).toBe(
      '[["title","Water in Maple Street"],["salutation","Dear Ms Li,"],' +
        '["body","We have repaired the main.\\n\\nThank you for telling us."],' +
        '["signatoryName","Zhao Min"],["signatoryTitle","Director of Water"]]',
    );
  });

  it.each([
    ['line ends of another system', { body: letter.body.replaceAll('\n', '\r\n') }],
    ['line ends of an old one', { body: letter.body.replaceAll('\n', '\r') }],
    ['white space around a field', { title: `  ${letter.title}\n` }],
  ])('is the same with %s', (_, change) => {
    expect(canonicalLetter({ ...letter, ...change })).toBe(canonicalLetter(letter));
  });

  it('is the same for composed and decomposed letters', () => {
    const composed = canonicalLetter({ ...letter, signatoryName: 'Zoé' });
    expect(canonicalLetter({ ...letter, signatoryName: 'Zoe\u0301' })).toBe(composed);
  });

  it('does not depend on the order in which fields arrive', () => {
    const reversed = Object.fromEntries(Object.entries(letter).reverse()) as unknown as LetterText;
    expect(canonicalLetter(reversed)).toBe(canonicalLetter(letter));
  });

  it.each(FIELDS)('differs when one character of the %s differs', (field) => {
    expect(canonicalLetter({ ...letter, [field]: `${letter[field]}.` })).not.toBe(canonicalLetter(letter));
  });

  it('never takes a word moved from one field to the next for the same letter', () => {
    const word = fc.stringMatching(/^[a-z",\][\\]{1,8}$/);
    fc.assert(
      fc.property(word, word, (first, second) => {
        const one = canonicalLetter({ ...letter, title: `${first}${second}`, salutation: '' });
        expect(canonicalLetter({ ...letter, title: first, salutation: second })).not.toBe(one);
      }),
    );
  });
});

describe('the paragraphs of a letter', () => {
  it('are parted by blank lines, however many and whatever white space is on them', () => {
    expect(paragraphsOf('  One\nstill one\r\n\r\nTwo\n \t\n\n\u3000\u3000Three\n')).toEqual([
      'One\nstill one',
      'Two',
      'Three',
    ]);
  });

  it.each(['', ' \n\n \r\n'])('are none in %j', (body) => {
    expect(paragraphsOf(body)).toEqual([]);
  });
});
