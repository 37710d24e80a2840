import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../identity/roles.js';
import { mayOnCalendar } from './calendar.permissions.js';

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

describe('who may do what with calendars', () => {
  it.each([
    ['create', [], null, ['administrator', 'both', 'water']],
    ['edit', ['water'], null, ['administrator', 'both', 'water']],
    ['edit', ['water', 'roads'], 'zhao', ['administrator', 'both']],
    ['edit', [], 'zhao', ['administrator', 'water']],
    ['edit', [], 'ana', ['administrator']],
    ['edit', [], null, ['administrator']],
    ['follow', ['water'], null, ['administrator', 'both', 'water']],
    ['follow', ['roads'], null, ['administrator', 'both']],
    ['follow', [], null, ['administrator']],
    ['share', ['water'], null, ['administrator', 'both', 'water']],
    ['share', ['roads'], 'ana', ['administrator', 'both']],
    ['share', [], 'zhao', ['administrator', 'water']],
  ] as const)('%s, followed by %j, made by %s: %j', (act, departmentIds, madeBy, allowed) => {
    const may = Object.entries(who).filter(([, someone]) => mayOnCalendar(someone, act, { departmentIds, madeBy }));
    expect(may.map(([name]) => name)).toEqual(allowed);
  });

  it('what administrators keep is there for every department', () => {
    const facts = { departmentIds: ['roads'], madeBy: 'root', isForAll: true };
    const may = Object.entries(who).filter(([, someone]) => mayOnCalendar(someone, 'share', facts));
    expect(may.map(([name]) => name)).toEqual(['administrator', 'both', 'water']);
  });
});
