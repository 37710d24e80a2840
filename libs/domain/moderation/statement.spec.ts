import { describe, expect, it } from '@jest/globals';
import { DECISIONS } from './decision.lifecycle.js';
import type { ModerationReason } from './reasons.js';
import { statementOf } from './statement.js';

const worded = (text: string) => ({ en: text, zh: `${text}（中文）` });
const reason: ModerationReason = {
  code: 'personal-data',
  version: 3,
  wording: worded('it holds personal data'),
  isPublic: false,
  basis: 'law',
  basisWording: worded('the law on personal data'),
  instead: worded('write again without it'),
  decisions: DECISIONS,
  isRetired: false,
};
const decided = { reason, explanation: null, foundKinds: [], isByDesk: false, at: new Date('2026-11-24T00:00:00Z') };

describe('the statement of reasons to the author', () => {
  it('is owed for what keeps something from the public, and for nothing else', () => {
    const owed = DECISIONS.filter((decision) => statementOf({ ...decided, decision }) !== null);
    expect(owed).toEqual(['hold', 'redact', 'hide', 'reject']);
  });

  it('names ground, facts, automation and redress, also where the public is not told the reason', () => {
    const foundKinds = ['mobile-number', 'mobile-number'];
    expect(statementOf({ ...decided, decision: 'redact', foundKinds, explanation: 'A number.' })).toEqual({
      decision: 'redact',
      territory: 'everywhere',
      duration: 'indefinite',
      foundKinds: ['mobile-number'],
      explanation: 'A number.',
      isDetectedByAutomation: true,
      isDecidedByAutomation: false,
      basis: 'law',
      basisWording: reason.basisWording,
      reason: reason.wording,
      instead: reason.instead,
      appealUntil: '2026-12-14T00:00:00.000Z',
    });
  });

  it('says that the desk decided by itself, and that nothing is final yet while it is held', () => {
    const byDesk = { ...decided, isByDesk: true };
    expect(statementOf({ ...byDesk, decision: 'reject' })).toMatchObject({
      isDetectedByAutomation: true,
      isDecidedByAutomation: true,
    });
    expect(statementOf({ ...byDesk, decision: 'hold' })).toMatchObject({
      duration: 'until-reviewed',
      appealUntil: null,
    });
  });
});
