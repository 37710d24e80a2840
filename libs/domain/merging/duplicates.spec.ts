import { describe, expect, it } from '@jest/globals';
import { duplicatesOf, type Opening } from './duplicates.js';
import { likeness, shinglesOf } from './likeness.js';

const alike = (one: string, other: string) => likeness(shinglesOf(one), shinglesOf(other));

describe('how alike two texts are', () => {
  it.each([
    ['the same', 'The lamp at the corner is out.', 'the lamp, at the CORNER is out', 1, 1],
    [
      'one word more',
      'The street lamp at the school gate has been out since Monday.',
      'The street lamp at the school gate has been out again since last Monday.',
      0.5,
      1,
    ],
    [
      'another matter',
      'The street lamp at the school gate has been out since Monday.',
      'Our water bill for October was charged twice.',
      0,
      0.1,
    ],
    [
      'Chinese, copied with a greeting',
      '小区门口的路灯坏了三天，晚上孩子放学很危险，请尽快维修。',
      '您好！小区门口的路灯坏了三天了，晚上孩子放学很危险，请尽快维修。',
      0.5,
      1,
    ],
    [
      'Chinese, another matter',
      '小区门口的路灯坏了三天，晚上孩子放学很危险。',
      '公交车站被移走以后老人看病要走很远。',
      0,
      0.1,
    ],
    ['full width', 'ＡＢＣ１２３ 号楼', 'abc123号楼', 1, 1],
    ['nothing', '', '。。。', 0, 0],
  ])('%s', (_, one, other, least, most) => {
    const found = alike(one, other);
    expect(found).toBeGreaterThanOrEqual(least);
    expect(found).toBeLessThanOrEqual(most);
    expect(alike(other, one)).toBe(found);
  });
});

describe('what may be the same matter', () => {
  const opening = (id: string, given: Partial<Opening> = {}): Opening => ({
    id,
    citizenId: id,
    openedAt: new Date('2026-11-01T00:00:00Z'),
    digest: id,
    text: `${id} ${id}`,
    ...given,
  });
  const one = opening('one', { text: '小区门口的路灯坏了三天，请尽快维修。' });

  it('names the same words first, then like words, then the same citizen within days', () => {
    const found = duplicatesOf(one, [
      one,
      opening('else', { text: '公交车站被移走了。' }),
      opening('later', { citizenId: 'one', text: '谢谢。', openedAt: new Date('2026-11-03T00:00:00Z') }),
      opening('much later', { citizenId: 'one', text: '医保卡怎么办？', openedAt: new Date('2026-12-03T00:00:00Z') }),
      opening('like', { text: '小区门口的路灯坏了三天了，请尽快来维修。' }),
      opening('same', { digest: 'one' }),
    ]);
    expect(found.map(({ conversation, reason }) => [conversation.id, reason])).toEqual([
      ['same', 'same-text'],
      ['like', 'alike'],
      ['later', 'same-citizen'],
    ]);
  });
});
