import { describe, expect, it } from '@jest/globals';
import { DEFAULT_BLOCKED_WORDS } from '../default-blocked-words.js';
import { screen } from '../screening.js';

const TITLE = 'A title that is long enough 标题';

function blockedIn(body: string, blockedWords: readonly string[] = DEFAULT_BLOCKED_WORDS): string[] {
  const { findings } = screen({ title: TITLE, body, blockedWords, repeatedOf: 0 });
  return findings.map(({ start, end }) => body.slice(start, end));
}

describe('a blocked word is found', () => {
  it.each([
    ['as it stands', '专业代开发票，诚信', '代开发票'],
    ['in capitals', 'What the FUCK is this', 'FUCK'],
    ['in full width', 'ＦＵＣＫ you', 'ＦＵＣＫ'],
    ['with zero-width characters inside', 'f\u200bu\u200bc\u200dk', 'f\u200bu\u200bc\u200dk'],
    ['struck through', 'f\u0336u\u0336c\u0336k', 'f\u0336u\u0336c\u0336k'],
    ['in mathematical letters', '𝐟𝐮𝐜𝐤 it', '𝐟𝐮𝐜𝐤'],
    ['with its vowel starred out', 'f*ck this', 'f*ck'],
    ['masked inside', 'sh-it happens', 'sh-it'],
    ['spelled out', 'f u c k this', 'f u c k'],
    ['spelled out with dots', 'f.u.c.k. this', 'f.u.c.k'],
    ['spaced in Chinese', '代 开 发 票', '代 开 发 票'],
    ['parted once in Chinese', '代开 发票', '代开 发票'],
    ['starred in Chinese', '代*开*发*票', '代*开*发*票'],
    ['down the page', '代\n开\n发\n票', '代\n开\n发\n票'],
    ['in traditional characters', '代開發票', '代開發票'],
    ['between Chinese characters', '真是bitch啊', 'bitch'],
    ['as a phrase, whatever the spaces', 'buy   followers here', 'buy   followers'],
  ])('%s', (_, body, marked) => {
    expect(blockedIn(body)).toEqual([marked]);
  });

  it('every time it occurs', () => {
    expect(blockedIn('shit, more shit')).toEqual(['shit', 'shit']);
  });

  it('in the title too', () => {
    const { findings } = screen({
      title: '代开发票',
      body: '正文在这里写着',
      blockedWords: ['代开发票'],
      repeatedOf: 0,
    });
    expect(findings).toEqual([
      { phase: 'blocked-words', kind: 'blocked-word', field: 'title', start: 0, end: 4, score: 1 },
    ]);
  });
});

describe('innocent text passes', () => {
  it.each([
    'I live in Scunthorpe',
    'a shitake mushroom',
    'please push it open',
    'He dropped the pen. Is it yours?',
    'their wish, it was said',
    '我在那里代。开发票的时候请注意',
    '由他人代，开发票时',
    '请打开发票系统',
    '代------开------发------票',
    '代开\n发票问题',
  ])('%j', (body) => {
    expect(blockedIn(body, [...DEFAULT_BLOCKED_WORDS, 'penis'])).toEqual([]);
  });
});

it('folds the entries of the list like the text', () => {
  expect(blockedIn('spam here', ['ＳＰＡＭ '])).toEqual(['spam']);
});

it('ignores entries that fold to nothing', () => {
  expect(blockedIn('an ordinary message', ['', '  ', '\u200b', '*'])).toEqual([]);
});
