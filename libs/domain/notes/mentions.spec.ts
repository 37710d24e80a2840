import { describe, expect, it } from '@jest/globals';
import { mentionOf, mentionsIn, notePartsOf } from './mentions.js';

const ANA = '0199a000-0000-7000-8000-000000000001';
const BO = '0199a000-0000-7000-8000-000000000002';

describe('mentions', () => {
  it('finds each officer once, in the order of the text', () => {
    expect(mentionsIn(`${mentionOf(BO)}你看一下，${mentionOf(ANA)} and ${mentionOf(BO)}`)).toEqual([BO, ANA]);
  });

  it.each(['@Ana', '@[]', '@[not-an-id]', `@[${ANA}`, `@[${ANA.toUpperCase()}]`, 'a@[b].example'])(
    'takes %s for text',
    (body) => {
      expect(mentionsIn(body)).toEqual([]);
    },
  );

  it('cuts a note at its mentions and loses nothing', () => {
    const body = `Ask ${mentionOf(ANA)}${mentionOf(BO)}, please`;
    expect(notePartsOf(body)).toEqual([
      { text: 'Ask ', start: 0 },
      { officerId: ANA, start: 4 },
      { officerId: BO, start: 43 },
      { text: ', please', start: 82 },
    ]);
    expect(notePartsOf('')).toEqual([]);
  });
});
