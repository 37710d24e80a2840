import { describe, expect, it } from '@jest/globals';
import { type Standing, standingOf } from './author-standing.js';
import { FINDING_KINDS } from './finding-kinds.js';
import type { Finding } from './screening.js';
import { appliedPolicy, DEFAULT_SCREENING_POLICY, type LookMode, type ScreeningPolicy } from './screening-policy.js';
import { firstLook, type Verdict, verdictOn } from './verdict.js';

const somebody = { channel: 'web', standing: 'new' as Standing };
const found = (kind: string, score = 1, phase: Finding['phase'] = 'spam'): Finding => ({
  ...{ phase, kind, field: 'body', start: 0, end: 4, score },
});
const withRule = (rule: Partial<ScreeningPolicy['rules'][number]>): ScreeningPolicy => ({
  ...DEFAULT_SCREENING_POLICY,
  rules: [{ kind: 'spam', holdFrom: null, rejectFrom: null, ...rule }],
});
const byDefault = appliedPolicy(DEFAULT_SCREENING_POLICY, null);

describe('what follows from findings', () => {
  const rule = appliedPolicy(withRule({ holdFrom: 0.5, rejectFrom: 0.8 }), null);
  it.each<[score: number, Verdict]>([
    [0, 'publish'],
    [0.49, 'publish'],
    [0.5, 'hold'],
    [0.79, 'hold'],
    [0.8, 'reject'],
    [1, 'reject'],
  ])('a score of %d under a table that holds from 0.5 and rejects from 0.8: %s', (score, verdict) => {
    expect(verdictOn([found('spam', score)], rule, somebody).verdict).toBe(verdict);
  });

  it('takes the gravest, and names only what made it so', () => {
    const findings = [found('link', 0.3), found('mobile-number'), found('spam', 0.9)];
    expect(verdictOn(findings, rule, somebody)).toMatchObject({ verdict: 'reject', because: [{ kind: 'spam' }] });
  });

  it('follows the rule of every desk for a kind that the table does not name', () => {
    expect(verdictOn([found('mobile-number')], rule, somebody).verdict).toBe('hold');
    expect(verdictOn([found('from-a-newer-desk')], rule, somebody).verdict).toBe('publish');
  });

  it('rejects nothing by default, and keeps back neither campaigns, links nor suspect words', () => {
    const verdicts = FINDING_KINDS.map((kind) => [kind, verdictOn([found(kind)], byDefault, somebody).verdict]);
    expect(verdicts.filter(([, verdict]) => verdict === 'reject')).toEqual([]);
    const marking = verdicts.filter(([, verdict]) => verdict === 'publish').map(([kind]) => kind);
    expect(marking).toEqual(expect.arrayContaining(['campaign', 'link', 'suspect-word', 'spam', 'self-harm']));
    expect(marking).not.toEqual(expect.arrayContaining(['resident-id']));
  });

  it('never rejects what somebody in danger wrote, whatever else is in it', () => {
    const danger = found('self-harm', 0.9, 'danger-to-life');
    const judged = verdictOn([found('spam', 1), danger], rule, somebody);
    expect(judged).toMatchObject({ verdict: 'hold', isAlarm: true });
    const topic = found('self-harm', 0.4, 'danger-to-life');
    expect(verdictOn([found('spam', 1), topic], rule, somebody)).toMatchObject({ verdict: 'reject', isAlarm: false });
  });
});

describe('who is looked at before anything is published', () => {
  const STANDINGS: Standing[] = ['new', 'known', 'refused'];
  it.each<[LookMode, (string | null)[]]>([
    ['after', [null, null, null]],
    ['unless-known', ['channel', null, 'channel']],
    ['before', ['channel', 'channel', 'channel']],
  ])('a channel that is looked at %s', (look, expected) => {
    const applied = appliedPolicy({ ...DEFAULT_SCREENING_POLICY, channels: [{ channel: 'app', look }] }, null);
    expect(STANDINGS.map((standing) => firstLook(applied, { channel: 'app', standing }))).toEqual(expected);
    expect(firstLook(applied, { channel: 'web', standing: 'new' })).toBeNull();
    expect(verdictOn([], applied, { channel: 'app', standing: 'new' }).verdict).toBe(expected[0] ? 'hold' : 'publish');
  });

  it('an author who was refused, on any channel', () => {
    const applied = appliedPolicy({ ...DEFAULT_SCREENING_POLICY, lookFirstAt: ['refused'] }, null);
    expect(STANDINGS.map((standing) => firstLook(applied, { channel: 'web', standing }))).toEqual([
      null,
      null,
      'author',
    ]);
  });

  it.each([
    [{ cleared: 0, refused: 0 }, 'new'],
    [{ cleared: 1, refused: 0 }, 'known'],
    [{ cleared: 4, refused: 1 }, 'refused'],
    [{ cleared: 5, refused: 1 }, 'known'],
    [{ cleared: 0, refused: 1 }, 'refused'],
  ])('%o is %s', (record, standing) => {
    expect(standingOf(record)).toBe(standing);
  });
});

describe('the desk and a department', () => {
  it('has the table of the department and the words of both', () => {
    const words = { zh: ['拆迁办'], en: ['rotten borough'] };
    const own = { ...withRule({ holdFrom: 0.2 }), blockedWords: words, suspectWords: { zh: [], en: [] } };
    const applied = appliedPolicy(DEFAULT_SCREENING_POLICY, own);
    expect(applied.ruleOf('spam')).toMatchObject({ holdFrom: 0.2 });
    expect(applied.blockedWords).toEqual(expect.arrayContaining(['代开发票', '拆迁办', 'rotten borough']));
  });
});
