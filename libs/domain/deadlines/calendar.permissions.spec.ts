import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../identity/roles.js';
import { type CalendarFacts, type CalendarPermission, mayOnCalendar } from './calendar.permissions.js';

const actor = (officerId: string, ...grants: [Role, string | null][]): Actor => ({
  officerId,
  grants: grants.map(([role, departmentId]) => ({ role, departmentId })),
});
const who = {
  administrator: actor('root', ['administrator', null]),
  both: actor('li', ['supervisor', 'water'], ['supervisor', 'roads']),
  water: actor('zhao', ['supervisor', 'water']),
  officer: actor('ana', ['officer', 'water']),
};

const FOLLOWED: string[][] = [[], ['water'], ['roads'], ['water', 'roads']];
const ALL = ['administrator', 'both', 'water'];
/** Who leads all that follow it. */
const LEADING = [['administrator'], ALL, ['administrator', 'both'], ['administrator', 'both']];

describe('who may do what with calendars', () => {
  const allowed = (act: CalendarPermission, facts: CalendarFacts) =>
    Object.entries(who)
      .filter(([, someone]) => mayOnCalendar(someone, act, facts))
      .map(([name]) => name);

  it('makes one where somebody leads something', () => {
    expect(allowed('create', { departmentIds: [], madeBy: null, isForAll: false })).toEqual(ALL);
  });

  describe.each(['edit', 'archive', 'share'] as const)('%s', (act) => {
    it.each(FOLLOWED.map((departmentIds, cell) => ({ departmentIds, leading: LEADING[cell] })))(
      'is for who leads all of $departmentIds, whoever made it',
      ({ departmentIds, leading }) => {
        for (const madeBy of ['zhao', 'ana', 'gone'].slice(departmentIds.length > 0 ? 0 : 2))
          expect(allowed(act, { departmentIds, madeBy, isForAll: false })).toEqual(leading);
      },
    );

    it('is for its maker where nobody follows it, as long as that one leads something', () => {
      const followedByNone = { departmentIds: [], isForAll: false };
      expect(allowed(act, { ...followedByNone, madeBy: 'zhao' })).toEqual(['administrator', 'water']);
      expect(allowed(act, { ...followedByNone, madeBy: 'ana' })).toEqual(['administrator']);
    });
  });

  describe.each(FOLLOWED.map((departmentIds) => ({ departmentIds })))(
    'kept for all, followed by $departmentIds',
    (followed) => {
      // Also where its maker leads a department today and is no administrator any more.
      it.each(['root', 'zhao', null])('and made by %s, stays in their hands, and is there for everybody', (madeBy) => {
        const facts = { ...followed, madeBy, isForAll: true };
        expect(allowed('edit', facts)).toEqual(['administrator']);
        expect(allowed('archive', facts)).toEqual(['administrator']);
        expect(allowed('share', facts)).toEqual(ALL);
      });
    },
  );

  it.each([
    [['water'], ALL],
    [['roads'], ['administrator', 'both']],
    [[], ['administrator']],
  ])('has a department follow one: %j by %j', (departmentIds, leading) => {
    for (const isForAll of [true, false])
      expect(allowed('follow', { departmentIds, madeBy: null, isForAll })).toEqual(leading);
  });
});
