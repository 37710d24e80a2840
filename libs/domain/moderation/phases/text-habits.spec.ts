import { describe, expect, it } from '@jest/globals';
import { type ScreeningSubject, screen } from '../screening.js';

const found = (body: string, more: Partial<ScreeningSubject> = {}) =>
  screen({ title: null, body, blockedWords: [], repeatedOf: 0, ...more }).findings;
const kinds = (body: string, more: Partial<ScreeningSubject> = {}) => [
  ...new Set(found(body, more).map(({ kind }) => kind)),
];

describe('words of a list, in disguise', () => {
  it.each([
    ['Cyrillic', 'ѕһіt', 'shit'],
    ['Greek', 'wаnkεr', 'wanker'],
    ['accents', 'fûçk', 'fuck'],
    ['full width', 'ｆｕｃｋ', 'fuck'],
    ['marks piled on each letter', 'f\u0300\u0301\u0302\u0303u\u0336c\u0337k', 'fuck'],
    ['Chinese with signs between', '代·开*发_票', '代开发票'],
  ])('%s', (_, word, entry) => {
    const body = `You ${word} there.`;
    expect(found(body, { blockedWords: [entry] }).filter(({ kind }) => kind === 'blocked-word')).toMatchObject([
      { start: 4, end: 4 + word.length },
    ]);
  });

  it('only marks what is suspect', () => {
    expect(found('这里要拆迁了吗？大家都在问。', { suspectWords: ['拆迁'] })).toMatchObject([
      { kind: 'suspect-word', score: 0.5 },
    ]);
  });

  it('finds one of two thousand entries, and each of the same beginning', () => {
    const entries = [...Array.from({ length: 2_000 }, (_, n) => `sh${n.toString(36)}x`), 'shit', 'shill'];
    expect(found('a shill and a shit', { blockedWords: entries }).map(({ start }) => start)).toEqual([2, 14]);
  });
});

describe('addresses of pages', () => {
  it.each([
    ['See https://www.city.gov.cn/rules.', 0.05],
    ['See www.example.com/news please', 0.3],
    ['点击https://t.cn/A6x领取', 0.7],
    ['http://bank.example@192.0.2.1/login', 0.9],
    ['http://xn--80ak6aa92e.example/', 0.9],
  ])('%s scores %d', (body, score) => {
    expect(found(body).filter(({ kind }) => kind === 'link')).toMatchObject([{ score }]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['a'.repeat(120), 'long-word'],
    ['路灯坏了没有人修'.repeat(200), 'wall-of-text'],
    [`The lamp is br${'\u0301'.repeat(9)}oken again`, 'piled-marks'],
  ])('is marked', (body, kind) => {
    expect(kinds(body)).toContain(kind);
  });

  it('is no long address, no Chinese without spaces, no Vietnamese', () => {
    const bodies = [
      `See https://www.city.gov.cn/${'a'.repeat(300)}`,
      '路灯坏了，请修。'.repeat(60),
      'Đường này bị hỏng đã ba tuần rồi.',
    ];
    expect(bodies.flatMap((body) => kinds(body)).filter((kind) => kind !== 'link')).toEqual([]);
  });
});

describe('advertising', () => {
  it.each([
    '兼职日结，日赚500，加微信vx:abc12345，稳赚不赔！！！',
    'CLICK HERE: make money fast, free gift, www.a.example www.b.example $$$',
  ])('is told by its habits: %s', (body) => {
    expect(kinds(body)).toContain('spam');
  });

  it.each([
    '这条路修了三年！！！到底什么时候修好？？？',
    'Please see https://www.city.gov.cn/a and https://www.city.gov.cn/b',
  ])('is not anger or two links: %s', (body) => {
    expect(kinds(body)).not.toContain('spam');
  });
});

describe('who writes how much', () => {
  const body = '路灯坏了，请修。';
  it('marks from the sixth message within the hour, and is sure at the thirtieth', () => {
    expect(found(body, { sentWithinHour: 4 })).toEqual([]);
    expect(found(body, { sentWithinHour: 5 })).toMatchObject([{ kind: 'author-rate', score: 0.04 }]);
    expect(found(body, { sentWithinHour: 200 })).toMatchObject([{ score: 1 }]);
  });

  it('marks what many others wrote', () => {
    expect(found(body, { alsoWrittenBy: 0 })).toEqual([]);
    expect(found(body, { alsoWrittenBy: 100 })).toMatchObject([{ kind: 'campaign', score: 1 }]);
  });

  it('believes an outside classifier within the text only', () => {
    const place = { kind: 'classified-abuse', field: 'body' as const, score: 0.7 };
    const classified = [
      { ...place, start: 2, end: 900 },
      { ...place, start: 50, end: 60 },
    ];
    expect(found(body, { classified })).toMatchObject([
      { phase: 'classifier', start: 2, end: body.length, score: 0.7 },
    ]);
  });
});
