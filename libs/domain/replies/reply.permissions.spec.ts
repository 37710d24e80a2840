import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../identity/roles.js';
import { mayOnReply } from './reply.permissions.js';

const reply = { officerId: 'li', departmentId: 'water' };
const as = (officerId: string, role: Role, departmentId: string | null = 'water') => ({
  officerId,
  grants: [{ role, departmentId }],
});

describe.each(['take-back', 'correct'] as const)('who may %s a reply', (act) => {
  it.each(ROLES)('a %s who did not send it', (role) => {
    expect(mayOnReply(as('wang', role), act, reply)).toBe(role === 'supervisor');
  });

  it('who sent it, while an officer there', () => {
    expect(mayOnReply(as('li', 'officer'), act, reply)).toBe(true);
    expect(mayOnReply(as('li', 'officer', 'roads'), act, reply)).toBe(false);
    expect(mayOnReply(as('li', 'reviewer'), act, reply)).toBe(false);
  });

  it('the administrator of the desk', () => {
    expect(mayOnReply(as('wang', 'administrator', null), act, reply)).toBe(true);
  });

  it('nobody but who leads, where it was imported without a name', () => {
    expect(mayOnReply(as('li', 'officer'), act, { ...reply, officerId: null })).toBe(false);
    expect(mayOnReply(as('li', 'supervisor'), act, { ...reply, officerId: null })).toBe(true);
  });
});
