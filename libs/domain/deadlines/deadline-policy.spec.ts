import { describe, expect, it } from '@jest/globals';
import { type DeadlineRule, generalAnswerHours, ruleFor } from './deadline-policy.js';
import { DEADLINE_PRESETS, plainPolicy } from './deadline-presets.js';

const rule = (given: Partial<DeadlineRule>): DeadlineRule => ({
  ...{
    kind: 'answer',
    classCode: null,
    priority: null,
    amount: 1,
    unit: 'hours',
    clock: 'calendar',
    atLatestDays: null,
  },
  ...given,
});

describe('the rule that binds', () => {
  const both = rule({ classCode: 'gas', priority: 'urgent' });
  const ofClass = rule({ classCode: 'gas' });
  const ofPriority = rule({ priority: 'urgent' });
  const general = rule({});

  it.each([
    [[general, ofPriority, ofClass, both], 'gas', 'urgent', both],
    [[both, ofClass, ofPriority, general], 'gas', 'normal', ofClass],
    [[general, ofPriority, ofClass], 'gas', 'urgent', ofClass],
    [[general, ofPriority, ofClass, both], null, 'urgent', ofPriority],
    [[general, ofPriority, ofClass, both], 'water', 'low', general],
    [[ofClass, both], null, 'normal', null],
  ] as const)('%#: the most specific one, wherever it stands', (rules, classCode, priority, expected) => {
    expect(ruleFor({ rules }, { kind: 'answer', classCode, priority })).toBe(expected);
    expect(ruleFor({ rules }, { kind: 'letter', classCode, priority })).toBeNull();
  });
});

describe('what citizens read of it', () => {
  const { nantong } = DEADLINE_PRESETS;

  it.each([
    [plainPolicy(72), 72],
    [plainPolicy(null), null],
    [nantong, 168],
    [DEADLINE_PRESETS['beijing-12345'], 168],
    [{ ...nantong, rules: [rule({ unit: 'minutes', amount: 90 })] }, 2],
    [{ ...nantong, rules: [rule({ unit: 'days', amount: 9, atLatestDays: 7 })] }, 168],
    [{ ...nantong, rules: [rule({ clock: 'working' })] }, null],
    [{ ...nantong, rules: [rule({ priority: 'urgent' })] }, null],
  ])('%#: the hours within which everything is answered', (policy, hours) => {
    expect(generalAnswerHours(policy)).toBe(hours);
  });
});
