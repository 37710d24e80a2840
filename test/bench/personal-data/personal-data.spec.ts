import { describe, expect, it } from '@jest/globals';
import { STRUCTURED_KINDS, WORDED_KINDS } from '#domain/moderation/personal-data/personal-datum.js';
import { LABELLED_SET, type LabelledCase, readCase } from './labelled-set.js';
import { precisionOf, recallOf, structuredTally, tallyOf } from './tally.js';

const parts: [string, (one: LabelledCase) => boolean][] = [
  ['all cases', () => true],
  ['the cases held out', ({ isHeldOut }) => isHeldOut],
  ['Chinese', ({ language }) => language === 'zh'],
  ['English', ({ language }) => language === 'en'],
];

describe('the labelled set', () => {
  it('is large enough, and half of it in each language', () => {
    const chinese = LABELLED_SET.filter(({ language }) => language === 'zh').length;
    expect(LABELLED_SET.length).toBeGreaterThanOrEqual(300);
    expect(chinese / LABELLED_SET.length).toBeGreaterThan(0.4);
    expect(chinese / LABELLED_SET.length).toBeLessThan(0.6);
  });

  it('has a hundred cases in which nothing may be found', () => {
    expect(LABELLED_SET.filter(({ labels }) => labels.length === 0).length).toBeGreaterThanOrEqual(100);
  });

  it('reads a mark as its text and its place', () => {
    expect(readCase('a {plate|AB12 CDE} b')).toEqual({
      body: 'a AB12 CDE b',
      labels: [{ kind: 'plate', start: 2, end: 10 }],
      language: 'en',
    });
    expect(() => readCase('{plaet|AB12 CDE}')).toThrow('no kind');
  });
});

describe.each(parts)('what is found in %s', (_, isIn) => {
  const found = tallyOf(LABELLED_SET.filter(isIn));

  it('holds the bounds of the issue for the structured kinds', () => {
    const structured = structuredTally(found);
    expect(recallOf(structured)).toBeGreaterThanOrEqual(0.98);
    expect(precisionOf(structured)).toBeGreaterThanOrEqual(0.95);
  });

  it.each(STRUCTURED_KINDS)('finds nine of ten %s, and few that are none', (kind) => {
    const tally = found.byKind.get(kind) ?? { right: 0, missed: 0, wrong: 0 };
    expect(recallOf(tally) ?? 1).toBeGreaterThanOrEqual(0.9);
    expect(precisionOf(tally) ?? 1).toBeGreaterThanOrEqual(0.9);
  });

  it.each(WORDED_KINDS)('finds most of %s, which only its words tell', (kind) => {
    const tally = found.byKind.get(kind) ?? { right: 0, missed: 0, wrong: 0 };
    expect(recallOf(tally)).toBeGreaterThanOrEqual(0.85);
    expect(precisionOf(tally)).toBeGreaterThanOrEqual(0.85);
  });
});
