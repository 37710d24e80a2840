import { describe, expect, it } from '@jest/globals';
import { type Actor, ROLES, type Role } from '../identity/roles.js';
import { mayOnView, type ViewFacts } from './saved-view.permissions.js';
import { mayOnTags } from './tag.permissions.js';

const actor = (role: Role, departmentId: string | null = 'water'): Actor => ({
  officerId: 'li',
  grants: [{ role, departmentId }],
});
const view = (fields: Partial<ViewFacts>): ViewFacts => ({
  audience: 'shared',
  ownerId: 'wang',
  departmentId: null,
  namedDepartmentIds: [],
  ...fields,
});
const MINE = view({ audience: 'mine', ownerId: 'li' });
const HERS = view({ audience: 'mine' });
const TEAM = view({ audience: 'team', departmentId: 'water' });
const OTHER_TEAM = view({ audience: 'team', departmentId: 'roads' });
const NAMES_WATER = view({ namedDepartmentIds: ['water'] });
const NAMES_BOTH = view({ namedDepartmentIds: ['water', 'roads'] });
const NAMES_NONE = view({});

describe('who may read and who may change a saved view', () => {
  it.each<[string, Actor, ViewFacts, boolean, boolean]>([
    ['an officer, their own', actor('officer'), MINE, true, true],
    ["an administrator, somebody's own", actor('administrator', null), HERS, false, false],
    ["an officer, the team's", actor('officer'), TEAM, true, false],
    ["a supervisor, the team's", actor('supervisor'), TEAM, true, true],
    ["a supervisor, another team's", actor('supervisor'), OTHER_TEAM, false, false],
    ["an administrator, any team's", actor('administrator', null), OTHER_TEAM, true, true],
    ['a supervisor, one that names the department', actor('supervisor'), NAMES_WATER, true, true],
    ['an officer, one that names the department', actor('officer'), NAMES_WATER, true, false],
    ['a supervisor, one that names another too', actor('supervisor'), NAMES_BOTH, false, false],
    ['a supervisor, one for everybody', actor('supervisor'), NAMES_NONE, true, false],
    ['an administrator, one for everybody', actor('administrator', null), NAMES_NONE, true, true],
  ])('%s', (_, who, facts, read, edit) => {
    expect([mayOnView(who, 'read', facts), mayOnView(who, 'edit', facts)]).toEqual([read, edit]);
  });
});

describe('who may read and who may keep the tags of a department', () => {
  it.each(ROLES)('a %s', (role) => {
    expect(mayOnTags(actor(role), 'read', 'water')).toBe(true);
    expect(mayOnTags(actor(role), 'edit', 'water')).toBe(role === 'supervisor');
    expect(mayOnTags(actor(role), 'read', 'roads')).toBe(false);
  });

  it('and the administrator of the desk', () => {
    expect(mayOnTags(actor('administrator', null), 'edit', 'roads')).toBe(true);
  });
});
