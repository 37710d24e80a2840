import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestText, SCREENING_PHASES, type ScreeningSubject, screen } from './screening.js';

const clean: ScreeningSubject = {
  title: '路灯坏了',
  body: '我家门口的路灯坏了三个星期，晚上走路很不安全。',
  blockedWords: ['代开发票', 'shit'],
  repeatedOf: 0,
};

describe('screening a message', () => {
  it('finds nothing in an ordinary message', () => {
    expect(screen(clean)).toEqual({ findings: [] });
  });

  it('runs its phases in the order of the policy', () => {
    expect(SCREENING_PHASES.map(({ name }) => name)).toEqual([
      ...[
        'too-short',
        'too-long',
        'repeated-post',
        'campaign',
        'author-rate',
        'blocked-words',
        'suspect-words',
        'links',
      ],
      ...['personal-data', 'danger-to-life', 'spam', 'classifier'],
    ]);
  });

  it('shows the moderator all that is wrong at once, in that order', () => {
    const { findings } = screen({ ...clean, title: '请拨13800138000', body: '代开发票', repeatedOf: 2 });
    expect(findings).toEqual([
      { phase: 'repeated-post', kind: 'repeated-post', field: 'body', start: 0, end: 4, score: 1 },
      { phase: 'blocked-words', kind: 'blocked-word', field: 'body', start: 0, end: 4, score: 1 },
      { phase: 'personal-data', kind: 'mobile-number', field: 'title', start: 2, end: 13, score: 1 },
    ]);
  });

  it('points at the original text, not at its folded form', () => {
    const body = '㍿😀ﷺ 请联系 １３８\u200b－００１３－８０００ 或 Ｌｉ＠ｅｘａｍｐｌｅ．ｃｏｍ。';
    const marked = screen({ ...clean, body }).findings.map(({ start, end }) => body.slice(start, end));
    expect(marked).toEqual(['１３８\u200b－００１３－８０００', 'Ｌｉ＠ｅｘａｍｐｌｅ．ｃｏｍ']);
  });

  it('bounds what one phase reports about a text that is nothing but findings', () => {
    const findings = screen({ ...clean, body: '13800138000 '.repeat(833) }).findings;
    expect(findings.filter(({ phase }) => phase === 'personal-data')).toHaveLength(200);
  });
});

const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const fragment = fc.constantFrom(
  ...['\ud83d', '\udc4d', '\0', '\u202e', '\u200b', '\ufdfa', '１', '@', 'a@b.cc', '+86', '138', '00138000', 'shit'],
  ...['代', '开发', '票', '*', ' ', '\n', '(', ')', '-', '.', '11010519491231002X', '一三八零零一三八零零零', '转801'],
);
const anyText = fc.array(fc.oneof(unit, fragment), { maxLength: 60 }).map((parts) => parts.join(''));

describe('screening whatever arrives', () => {
  it('never throws, and keeps every finding inside its field', () => {
    fc.assert(
      fc.property(fc.option(anyText), anyText, fc.array(anyText, { maxLength: 4 }), (title, body, words) => {
        const { findings } = screen({ title, body, blockedWords: [...words, ...clean.blockedWords], repeatedOf: 0 });
        for (const { phase, field, start, end } of findings) {
          const length = (field === 'title' ? title : body)?.length ?? -1;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(length);
          if (phase !== 'too-short') expect(start).toBeLessThan(end);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds a mobile number wherever it stands in Chinese text', () => {
    const chinese = fc.array(
      fc.integer({ min: 0x5000, max: 0x9f00 }).map((code) => String.fromCharCode(code)),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(chinese, chinese, fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), (left, right, mobile) => {
        const [before, after] = [left.join(''), right.join('')];
        fc.pre(!/[单号案水理工同票案户考可照书元万亿吨平]$/.test(before) && !/^[元万亿块平吨度转分]/.test(after));
        const { findings } = screen({ ...clean, body: `${before}${mobile}${after}` });
        expect(findings).toContainEqual({
          phase: 'personal-data',
          kind: 'mobile-number',
          field: 'body',
          start: before.length,
          end: before.length + 11,
          score: 1,
        });
      }),
    );
  });
});

describe('the time that a hostile text can cost', () => {
  const units = [
    '1 ',
    '1-',
    '13 ',
    '12 34 ',
    'a@',
    'a@a.',
    'a.a@b.',
    '(at)',
    'www.1 ',
    'f*',
    's h i t ',
    '代*',
    '\ufdfa',
  ];
  it.each([...units, '０', 'a dot ', '+1 ', '订单号 1', '110101199003070011', '1 2-3.4(5)', '\ud800', ' '])(
    'grows with the text, not with its square: %j',
    (piece) => {
      const blocked = [...clean.blockedWords, ...Array.from({ length: 200 }, (_, index) => `word${index}`)];
      const costOf = (length: number) => {
        const body = piece.repeat(length / piece.length);
        return timeOfThread(() => screen({ ...clean, body, blockedWords: blocked }));
      };
      costOf(5_000);
      // Four times the text: a square would be sixteen times the time, whatever the machine.
      expect(costOf(20_000) / costOf(5_000)).toBeLessThan(10);
    },
  );
});

/** The system counts the time of a thread in steps of up to four milliseconds. */
const ENOUGH_MICROSECONDS = 24_000;

/** What the code costs, not what the machine was busy with: of runs that together take many steps. In microseconds. */
function timeOfThread(act: () => void): number {
  const before = process.threadCpuUsage();
  for (let runs = 1; ; runs += 1) {
    act();
    const { user, system } = process.threadCpuUsage(before);
    if (user + system >= ENOUGH_MICROSECONDS) return (user + system) / runs;
  }
}

describe('the text behind the digest of a repeated post', () => {
  it.each([
    ['width and case', 'ＡＢＣ路灯１２', 'abc路灯12'],
    ['white space', '路灯 坏了\r\n\t很久', '路灯坏了很久'],
    ['punctuation and signs', '路灯坏了！！！~ (很久)。', '路灯，坏了——很久'],
    ['invisible characters', '路\u200b灯\u202e坏\ufeff了', '路灯坏了'],
  ])('ignores %s', (_, first, second) => {
    expect(digestText(first)).toBe(digestText(second));
  });

  it('tells two different things apart', () => {
    expect(digestText('路灯坏了3天')).not.toBe(digestText('路灯坏了4天'));
  });
});
