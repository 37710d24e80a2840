import { describe, expect, it } from '@jest/globals';
import { type Actor, ROLES, type Role } from '../identity/roles.js';
import { type LetterPermission, mayOnLetter } from './letter.permissions.js';

const ACTS: LetterPermission[] = ['read', 'edit', 'submit', 'return', 'approve', 'publish'];
const actor = (role: Role, departmentId: string | null = 'water'): Actor => ({
  officerId: 'li',
  grants: [{ role, departmentId }],
});
const allowed = (who: Actor, writerIds: string[]) =>
  ACTS.filter((act) => mayOnLetter(who, act, { departmentId: 'water', writerIds }));

const MAY: Record<Role, LetterPermission[]> = {
  officer: ['read', 'edit', 'submit', 'publish'],
  moderator: ['read'],
  reviewer: ['read', 'return', 'approve', 'publish'],
  supervisor: ['read'],
  press: ['read', 'publish'],
  administrator: ['read'],
};

describe('who may do what on a letter that somebody else wrote', () => {
  it.each(ROLES)('a %s of the department', (role) => {
    expect(allowed(actor(role), ['wang'])).toEqual(MAY[role]);
  });

  it.each(ROLES)('a %s of another department may do nothing', (role) => {
    expect(allowed(actor(role, 'roads'), ['wang'])).toEqual([]);
  });

  it("the administrator of the desk reads, but puts no words into a department's mouth", () => {
    expect(allowed(actor('administrator', null), ['wang'])).toEqual(['read']);
  });
});

describe('four eyes', () => {
  const writerAndReviewer: Actor = {
    officerId: 'li',
    grants: [...actor('officer').grants, ...actor('reviewer').grants],
  };

  it('lets nobody approve a text with own words in it, whatever the roles', () => {
    expect(allowed(writerAndReviewer, ['wang', 'li'])).toEqual(['read', 'edit', 'submit', 'return', 'publish']);
  });

  it('lets the same person approve what others wrote', () => {
    expect(allowed(writerAndReviewer, ['wang', 'zhao'])).toContain('approve');
  });

  it('lets a reviewer who wrote along return the letter all the same', () => {
    expect(allowed(actor('reviewer'), ['li'])).toEqual(['read', 'return', 'publish']);
  });
});
