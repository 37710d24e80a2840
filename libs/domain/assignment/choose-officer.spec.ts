import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Candidate, chooseOfficer } from './choose-officer.js';

const officer = (officerId: string, facts: Partial<Candidate> = {}): Candidate => ({
  officerId,
  name: officerId,
  isPresent: true,
  inHand: 0,
  capacity: 10,
  lastAssignedAt: null,
  ...facts,
});
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute));

describe('choosing an officer', () => {
  it('takes the least loaded and says why', () => {
    const choice = chooseOfficer([
      officer('li', { inHand: 3 }),
      officer('wang', { inHand: 1 }),
      officer('zhao', { isPresent: false }),
    ]);
    expect(choice).toEqual({
      officerId: 'wang',
      reason: { rule: 'least-loaded', eligible: 2, inHand: 1, capacity: 10 },
    });
  });

  it('takes the longest idle among equals', () => {
    const choice = chooseOfficer([
      officer('li', { lastAssignedAt: at(5) }),
      officer('wang', { lastAssignedAt: at(4) }),
    ]);
    expect(choice?.officerId).toBe('wang');
  });

  it('takes who was never given anything before anybody else', () => {
    expect(chooseOfficer([officer('li', { lastAssignedAt: at(0) }), officer('wang')])?.officerId).toBe('wang');
  });

  it('goes back to the officer who answered this citizen before, loaded or not', () => {
    const choice = chooseOfficer([officer('li', { inHand: 9 }), officer('wang')], 'li');
    expect(choice).toMatchObject({ officerId: 'li', reason: { rule: 'answered-before', inHand: 9 } });
  });

  it.each([
    ['is away', { isPresent: false }],
    ['is full', { inHand: 10 }],
  ])('does not go back to one who %s', (_, facts) => {
    const choice = chooseOfficer([officer('li', facts), officer('wang')], 'li');
    expect(choice).toMatchObject({ officerId: 'wang', reason: { rule: 'least-loaded', eligible: 1 } });
  });

  it.each([
    ['there is nobody', []],
    ['everybody is away or full', [officer('li', { isPresent: false }), officer('wang', { inHand: 10 })]],
    ['capacities are nought', [officer('li', { capacity: 0 })]],
  ])('leaves the conversation queued where %s', (_, candidates) => {
    expect(chooseOfficer(candidates)).toBeNull();
  });
});

const candidates = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 12 })
  .chain((ids) => fc.tuple(...ids.map((id) => anyOfficer(id))));

function anyOfficer(officerId: string): fc.Arbitrary<Candidate> {
  return fc.record({
    officerId: fc.constant(officerId),
    name: fc.constant(officerId),
    isPresent: fc.boolean(),
    inHand: fc.integer({ min: 0, max: 2 }),
    capacity: fc.integer({ min: 0, max: 6 }),
    lastAssignedAt: fc.option(fc.integer({ min: 0, max: 1 }).map(at)),
  });
}

describe('whoever the candidates are', () => {
  const idleSince = (candidate: Candidate) => candidate.lastAssignedAt?.getTime() ?? 0;

  it('never chooses the absent or the full, nor overlooks somebody less loaded or longer idle', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const free = all.filter(({ isPresent, inHand, capacity }) => isPresent && inHand < capacity);
        const chosen = free.find(({ officerId }) => officerId === chooseOfficer(all)?.officerId);
        expect(chosen === undefined).toBe(free.length === 0);
        if (!chosen) return;
        expect(chosen.inHand).toBe(Math.min(...free.map(({ inHand }) => inHand)));
        const equals = free.filter(({ inHand }) => inHand === chosen.inHand);
        expect(idleSince(chosen)).toBe(Math.min(...equals.map(idleSince)));
      }),
    );
  });

  it('does not depend on the order in which they are listed', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        expect(chooseOfficer([...all].reverse())).toEqual(chooseOfficer(all));
      }),
    );
  });

  it("spreads a day's conversations evenly: loads stay within one, but where a capacity or an absence stops it", () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 0, max: 60 }), (all, messages) => {
        const desk = all.map((candidate) => ({ ...candidate, inHand: 0 }));
        const given = assignInTurn(desk, messages);
        const room = desk.reduce((sum, { isPresent, capacity }) => sum + (isPresent ? capacity : 0), 0);
        expect(given).toBe(Math.min(messages, room));
        const most = Math.max(0, ...desk.map(({ inHand }) => inHand));
        for (const { isPresent, inHand, capacity } of desk) {
          expect(inHand).toBeLessThanOrEqual(isPresent ? capacity : 0);
          if (isPresent && inHand < capacity) expect(inHand).toBeGreaterThanOrEqual(most - 1);
        }
      }),
    );
  });
});

function assignInTurn(desk: Candidate[], messages: number): number {
  for (let minute = 0; minute < messages; minute += 1) {
    const chosen = desk.find(({ officerId }) => officerId === chooseOfficer(desk)?.officerId);
    if (!chosen) return minute;
    chosen.inHand += 1;
    chosen.lastAssignedAt = at(minute);
  }
  return messages;
}
