import { describe, expect, it } from '@jest/globals';
import { deadlinePolicySchema } from '#contracts/deadlines.http.js';
import { DEADLINE_PRESETS } from '#domain/deadlines/deadline-presets.js';
import {
  codeFrom,
  draftOf,
  policyOf,
  problemsOf,
  sharesOf,
  withClass,
  withoutClass,
  withRule,
} from './policy-draft.js';

describe('a policy in its form', () => {
  it.each(Object.entries(DEADLINE_PRESETS))('%s is the same after a visit to it', (_, preset) => {
    const draft = draftOf(preset);
    expect(problemsOf(draft).size).toBe(0);
    expect(policyOf(draft)).toEqual(preset);
    expect(deadlinePolicySchema.safeParse(policyOf(draft)).success).toBe(true);
  });

  it('keeps the rules of a class whose code changes, and loses them with the class', () => {
    const draft = draftOf(DEADLINE_PRESETS['beijing-12345']);
    const renamed = {
      ...draft,
      classes: draft.classes.map((one) => (one.key === 0 ? { ...one, code: 'danger' } : one)),
    };
    expect(policyOf(renamed).rules.filter(({ classCode }) => classCode === 'danger')).toHaveLength(2);
    const without = withoutClass(draft, 0);
    expect(without.rules).toHaveLength(draft.rules.length - 2);
    expect(problemsOf(without).size).toBe(0);
  });

  it('offers a kind that has no general rule yet', () => {
    const kinds = [1, 2, 3].reduce((draft) => withRule(draft), draftOf({ ...DEADLINE_PRESETS.plain, rules: [] })).rules;
    expect(kinds.map(({ kind }) => kind)).toEqual(['acknowledge', 'answer', 'next-answer']);
    expect(new Set(kinds.map(({ key }) => key)).size).toBe(3);
  });

  it('says which field is wrong and why', () => {
    const draft = draftOf(DEADLINE_PRESETS.nantong);
    const [first, second] = draft.rules;
    if (!first || !second) throw new Error('the preset has rules');
    const rules = [
      { ...first, amount: '' },
      { ...second, amount: 3_651, atLatestDays: 0 },
      { ...second, key: 9 },
    ];
    const problems = problemsOf({ ...withClass(draft), rules, holdingDays: 1.5, warnAt: '50, 120' });
    expect(Object.fromEntries(problems)).toEqual({
      'rule-0-amount': 'amount',
      'rule-1-amount': 'amount',
      'rule-1-latest': 'days',
      'rule-9-kind': 'same',
      'class-3-code': 'code',
      'class-3-en': 'name',
      'class-3-zh': 'name',
      holding: 'holding',
      warnAt: 'warnAt',
    });
  });

  it.each([
    ['50, 80, 100', [0.5, 0.8, 1]],
    ['100 80 80', [0.8, 1]],
    ['50%、80%、100%', [0.5, 0.8, 1]],
    ['12.5', [0.125]],
    ['33.333333333, 66.666', [0.3333, 0.6667]],
    ['0.001', null],
    ['', []],
    ['0', null],
    ['101', null],
    ['half', null],
  ])('reads the shares "%s"', (text, shares) => {
    expect(sharesOf(text)).toEqual(shares);
  });

  it.each([
    ['Water, power & heating', 'water-power-heating'],
    ['水电气热', ''],
    [`${'very '.repeat(9)}long`, 'very-very-very-very-very-very-very-very'],
  ])('makes a code from "%s"', (name, code) => {
    expect(codeFrom(name)).toBe(code);
  });
});
