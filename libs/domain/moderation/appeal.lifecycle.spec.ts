import { describe, expect, it } from '@jest/globals';
import {
  APPEAL_STATUSES,
  type AppealAct,
  afterAppealAct,
  afterDecisionBeside,
  appealableBetween,
  assertAppealable,
  mayBeUpheldFrom,
  restrictionOf,
} from './appeal.lifecycle.js';
import { mayOnAppeal } from './appeal.permissions.js';
import { DECISIONS } from './decision.lifecycle.js';
import { MODERATION_STATES } from './visibility.js';

const at = new Date('2026-11-01T08:00:00Z');
const daysLater = (days: number) => new Date(at.getTime() + days * 86_400_000);

describe('the life of an appeal', () => {
  it.each<[AppealAct, (string | null)[]]>([
    ['ask', ['asked', null, null, null, null]],
    ['answer', [null, 'open', null, null, null]],
    ['uphold', ['upheld', 'upheld', null, null, null]],
    ['overturn', ['overturned', 'overturned', null, null, null]],
    ['overtake', ['overtaken', 'overtaken', null, null, null]],
  ])('%s', (act, nexts) => {
    for (const [index, status] of APPEAL_STATUSES.entries()) {
      const next = nexts[index];
      if (next) expect(afterAppealAct(status, act)).toBe(next);
      else expect(() => afterAppealAct(status, act)).toThrow(act);
    }
  });

  it('can be begun for 20 days, against a hold once it is a day old, and against nothing that is public', () => {
    expect(appealableBetween({ decision: 'hide', at })).toEqual({ from: at, until: daysLater(20) });
    expect(appealableBetween({ decision: 'hold', at })).toEqual({ from: daysLater(1), until: daysLater(20) });
    for (const decision of ['publish', 'restore'] as const) expect(appealableBetween({ decision, at })).toBeNull();
    expect(() => assertAppealable({ decision: 'hide', at }, daysLater(20))).not.toThrow();
    expect(() => assertAppealable({ decision: 'hide', at }, new Date(daysLater(20).getTime() + 1))).toThrow('too late');
    expect(() => assertAppealable({ decision: 'hold', at }, new Date(daysLater(1).getTime() - 1))).toThrow('too early');
  });

  it('leaves a week for an answer', () => {
    expect(mayBeUpheldFrom({ status: 'asked', askedAt: at })).toEqual(daysLater(7));
    expect(mayBeUpheldFrom({ status: 'open', askedAt: null })).toBeNull();
  });

  it('knows for every state what keeps it back, and what a decision outside of it means', () => {
    expect(MODERATION_STATES.map((state) => restrictionOf(state)?.by ?? null)).toEqual([
      ...[null, 'hold', null, 'redact', 'hide', 'reject'],
    ]);
    expect(DECISIONS.map(afterDecisionBeside)).toEqual([
      ...['overturn', 'overtake', 'overtake', 'overtake', 'overtake', 'overturn'],
    ]);
  });
});

describe('who may do what with an appeal', () => {
  const actor = (role: 'moderator' | 'officer' | 'administrator', departmentId: string | null = 'water') => ({
    officerId: 'li',
    grants: [{ role, departmentId }],
  });
  const own = { departmentId: 'water', barredIds: ['li'] };
  const others = { departmentId: 'water', barredIds: ['wang'] };

  it.each([
    ['a moderator', actor('moderator'), others, { read: true, decide: true, lodge: true }],
    ['who decided', actor('moderator'), own, { read: true, decide: false, lodge: true }],
    ['an administrator who decided', actor('administrator', null), own, { read: true, decide: false, lodge: true }],
    ['an officer', actor('officer'), others, { read: false, decide: false, lodge: true }],
    ['of another department', actor('moderator', 'roads'), others, { read: false, decide: false, lodge: false }],
  ])('%s', (_, who, appeal, may) => {
    for (const act of ['read', 'decide', 'lodge'] as const) {
      expect([act, mayOnAppeal(who, act, appeal)]).toEqual([act, may[act]]);
    }
  });
});
