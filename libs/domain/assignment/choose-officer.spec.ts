import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NORMAL_WEIGHT, PRIORITIES, WEIGHT } from '../conversations/priority.js';
import { ABSENCES } from './absence.js';
import { chooseOfficer, type Wanted, whyNobody } from './choose-officer.js';
import type { Candidate } from './eligibility.js';

const officer = (officerId: string, facts: Partial<Candidate> = {}): Candidate => ({
  officerId,
  absence: null,
  load: 0,
  capacity: 10,
  languages: [],
  skills: [],
  standInId: null,
  lastAssignedAt: null,
  ...facts,
});
const wanted = (facts: Partial<Wanted> = {}): Wanted => ({
  policy: 'least-loaded',
  language: 'zh',
  priority: 'normal',
  skills: [],
  answeredBefore: null,
  takenBack: null,
  ...facts,
});
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute));

describe('choosing an officer', () => {
  it('takes the least loaded and says why', () => {
    const choice = chooseOfficer(
      [officer('li', { load: 6 }), officer('wang', { load: 2 }), officer('zhao', { absence: 'not-seen' })],
      wanted(),
    );
    expect(choice).toEqual({
      officerId: 'wang',
      reason: { rule: 'least-loaded', eligible: 2, inHand: 1, capacity: 10 },
    });
  });

  it('takes the longest idle among equals, who was never given anything first', () => {
    const choose = (all: Candidate[]) => chooseOfficer(all, wanted())?.officerId;
    const li = officer('li', { lastAssignedAt: at(5) });
    const wang = officer('wang', { lastAssignedAt: at(4) });
    expect(choose([li, wang])).toBe('wang');
    expect(choose([li, wang, officer('zhao')])).toBe('zhao');
  });

  it('goes round where the department wants it, loaded or not', () => {
    const all = [
      officer('li', { load: 0, lastAssignedAt: at(5) }),
      officer('wang', { load: 8, lastAssignedAt: at(4) }),
    ];
    expect(chooseOfficer(all, wanted({ policy: 'round-robin' }))).toMatchObject({
      officerId: 'wang',
      reason: { rule: 'round-robin' },
    });
  });

  it('gives nothing where officers take for themselves', () => {
    expect(chooseOfficer([officer('li')], wanted({ policy: 'pull', answeredBefore: 'li' }))).toBeNull();
  });

  it('weighs an urgent one as two, and lets empty hands take any', () => {
    const almostFull = officer('li', { capacity: 2, load: WEIGHT.normal });
    expect(chooseOfficer([almostFull], wanted({ priority: 'normal' }))?.officerId).toBe('li');
    expect(chooseOfficer([almostFull], wanted({ priority: 'urgent' }))).toBeNull();
    expect(chooseOfficer([officer('li', { capacity: 1 })], wanted({ priority: 'urgent' }))?.officerId).toBe('li');
    expect(chooseOfficer([officer('li', { capacity: 0 })], wanted({ priority: 'low' }))).toBeNull();
  });
});

describe('languages and skills', () => {
  const zh = officer('li', { languages: ['zh'], load: 8 });
  const en = officer('wang', { languages: ['en'] });

  it('goes to who speaks it, by its first subtag, and says so', () => {
    expect(chooseOfficer([zh, en], wanted({ language: 'zh-Hans' }))).toMatchObject({
      officerId: 'li',
      reason: { eligible: 1, language: { tag: 'zh', isSpoken: true } },
    });
  });

  it('waits for the one who speaks it and is away', () => {
    expect(chooseOfficer([{ ...zh, absence: 'away' }, en], wanted())).toBeNull();
  });

  it('goes to anybody, and says so, where nobody in the department speaks it', () => {
    expect(chooseOfficer([zh, en], wanted({ language: 'fr' }))).toMatchObject({
      officerId: 'wang',
      reason: { language: { tag: 'fr', isSpoken: false } },
    });
  });

  it('says nothing of a language that everybody takes', () => {
    expect(chooseOfficer([officer('li')], wanted())?.reason).not.toHaveProperty('language');
    expect(chooseOfficer([zh], wanted({ language: 'und' }))?.reason).not.toHaveProperty('language');
  });

  it('asks for every skill', () => {
    const all = [officer('li', { skills: ['heating'] }), officer('wang', { skills: ['heating', 'law'], load: 8 })];
    expect(chooseOfficer(all, wanted({ skills: ['heating', 'law'] }))).toMatchObject({
      officerId: 'wang',
      reason: { skills: ['heating', 'law'] },
    });
    expect(chooseOfficer(all, wanted({ skills: ['water'] }))).toBeNull();
  });

  it('counts why nobody takes it', () => {
    const all = [zh, en, officer('zhao', { load: 20, languages: ['zh'] }), officer('sun', { absence: 'off-hours' })];
    expect(whyNobody(all, wanted({ skills: ['law'] }))).toEqual({ skill: 1, language: 1, full: 1, 'off-hours': 1 });
  });
});

describe('officers who know the citizen', () => {
  it('goes back to who answered before, loaded or not', () => {
    const choice = chooseOfficer([officer('li', { load: 18 }), officer('wang')], wanted({ answeredBefore: 'li' }));
    expect(choice).toMatchObject({ officerId: 'li', reason: { rule: 'answered-before', inHand: 9 } });
  });

  it.each([
    ['is away', { absence: 'away' as const }],
    ['is full', { load: 20 }],
  ])('does not go back to one who %s', (_, facts) => {
    const choice = chooseOfficer([officer('li', facts), officer('wang')], wanted({ answeredBefore: 'li' }));
    expect(choice).toMatchObject({ officerId: 'wang', reason: { rule: 'least-loaded', eligible: 1 } });
  });

  it('goes to the stand-in of the absent one, if that one can take it', () => {
    const li = officer('li', { absence: 'out-of-office', standInId: 'zhao' });
    const choice = chooseOfficer([li, officer('wang'), officer('zhao', { load: 6 })], wanted({ answeredBefore: 'li' }));
    expect(choice).toMatchObject({ officerId: 'zhao', reason: { rule: 'stand-in', standInForId: 'li' } });
    const busy = officer('zhao', { load: 20 });
    expect(chooseOfficer([li, officer('wang'), busy], wanted({ answeredBefore: 'li' }))?.officerId).toBe('wang');
  });

  it('hands what an officer on holiday had to the stand-in, and back to who is back', () => {
    const takenBack = { officerId: 'li', because: 'out-of-office' as const };
    const li = officer('li', { absence: 'out-of-office', standInId: 'zhao' });
    const others = [officer('wang'), officer('zhao', { load: 6 })];
    expect(chooseOfficer([li, ...others], wanted({ takenBack }))).toMatchObject({
      officerId: 'zhao',
      reason: { rule: 'stand-in', takenBack },
    });
    const back = officer('li', { load: 6 });
    expect(chooseOfficer([back, ...others], wanted({ takenBack }))).toMatchObject({
      officerId: 'li',
      reason: { rule: 'had-it-before' },
    });
  });

  it('does not give back at once what was too much', () => {
    const takenBack = { officerId: 'li', because: 'over-capacity' as const };
    const all = [officer('li', { load: 2 }), officer('wang')];
    expect(chooseOfficer(all, wanted({ takenBack }))?.officerId).toBe('wang');
  });
});

const anyWanted = fc.record({
  policy: fc.constantFrom('least-loaded' as const, 'round-robin' as const),
  language: fc.constantFrom('zh', 'en', 'fr', 'und'),
  priority: fc.constantFrom(...PRIORITIES),
  skills: fc.subarray(['law', 'water']),
  answeredBefore: fc.option(fc.constantFrom('a', 'b', 'c')),
  takenBack: fc.option(
    fc.record({
      officerId: fc.constantFrom('a', 'b', 'c'),
      because: fc.constantFrom('away' as const, 'out-of-office' as const),
    }),
  ),
});

const anyOfficer = (officerId: string): fc.Arbitrary<Candidate> =>
  fc.record({
    officerId: fc.constant(officerId),
    absence: fc.option(fc.constantFrom(...ABSENCES), { freq: 2 }),
    load: fc.integer({ min: 0, max: 8 }),
    capacity: fc.integer({ min: 0, max: 6 }),
    languages: fc.subarray(['zh', 'en']),
    skills: fc.subarray(['law', 'water']),
    standInId: fc.option(fc.constantFrom('a', 'b', 'c')),
    lastAssignedAt: fc.option(fc.integer({ min: 0, max: 1 }).map(at)),
  });

const departments = fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']).chain((ids) => fc.tuple(...ids.map(anyOfficer)));

/** The rule said once more, in other words: what the chosen one must be able to do. */
function canTake(candidate: Candidate, all: readonly Candidate[], { language, priority, skills }: Wanted): boolean {
  const knows = ({ languages }: Candidate) =>
    language === 'und' || languages.length === 0 || languages.includes(language);
  const isKnown = all.some((other) => other.absence !== 'inactive' && knows(other));
  const fits =
    candidate.load === 0 ? candidate.capacity > 0 : candidate.load + WEIGHT[priority] <= 2 * candidate.capacity;
  const isSkilled = skills.every((skill) => candidate.skills.includes(skill));
  return candidate.absence === null && fits && isSkilled && (!isKnown || knows(candidate));
}

describe('whoever the candidates are', () => {
  it('never chooses one who cannot take it, and leaves it only where nobody can', () => {
    fc.assert(
      fc.property(departments, anyWanted, (all, demand) => {
        const able = all.filter((candidate) => canTake(candidate, all, demand)).map(({ officerId }) => officerId);
        const choice = chooseOfficer(all, demand);
        expect(choice === null).toBe(able.length === 0);
        if (choice) expect(able).toContain(choice.officerId);
      }),
    );
  });

  it('chooses, among strangers, nobody more loaded or busier than need be', () => {
    fc.assert(
      fc.property(departments, anyWanted, (all, demand) => {
        const strangers = { ...demand, policy: 'least-loaded' as const, answeredBefore: null, takenBack: null };
        const able = all.filter((candidate) => canTake(candidate, all, strangers));
        const chosen = able.find(({ officerId }) => officerId === chooseOfficer(all, strangers)?.officerId);
        if (!chosen) return;
        expect(chosen.load).toBe(Math.min(...able.map(({ load }) => load)));
        const idle = (candidate: Candidate) => candidate.lastAssignedAt?.getTime() ?? 0;
        const equals = able.filter(({ load }) => load === chosen.load);
        expect(idle(chosen)).toBe(Math.min(...equals.map(idle)));
      }),
    );
  });

  it('does not depend on the order in which they are listed', () => {
    fc.assert(
      fc.property(departments, anyWanted, (all, demand) => {
        expect(chooseOfficer([...all].reverse(), demand)).toEqual(chooseOfficer(all, demand));
      }),
    );
  });

  it.each(['least-loaded', 'round-robin'] as const)(
    "spreads a day's conversations evenly under %s: loads stay within one item, but where a capacity or an absence stops it",
    (policy) => {
      fc.assert(
        fc.property(departments, fc.integer({ min: 0, max: 60 }), (all, messages) => {
          const desk = all.map((one) => ({ ...one, load: 0, languages: [], lastAssignedAt: null }));
          const given = assignInTurn(desk, messages, wanted({ policy }));
          const room = desk.reduce((sum, { absence, capacity }) => sum + (absence ? 0 : capacity), 0);
          expect(given).toBe(Math.min(messages, room));
          const most = Math.max(0, ...desk.map(({ load }) => load));
          for (const { absence, load, capacity } of desk) {
            expect(load).toBeLessThanOrEqual(absence ? 0 : capacity * NORMAL_WEIGHT);
            if (!absence && load < capacity * NORMAL_WEIGHT) expect(load).toBeGreaterThanOrEqual(most - NORMAL_WEIGHT);
          }
        }),
      );
    },
  );
});

function assignInTurn(desk: Candidate[], messages: number, demand: Wanted): number {
  for (let minute = 0; minute < messages; minute += 1) {
    const chosen = desk.find(({ officerId }) => officerId === chooseOfficer(desk, demand)?.officerId);
    if (!chosen) return minute;
    chosen.load += WEIGHT[demand.priority];
    chosen.lastAssignedAt = at(minute);
  }
  return messages;
}
