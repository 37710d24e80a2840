import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../identity/roles.js';
import { mayOnDeadlinePolicy } from './deadline-policy.permissions.js';

const actor = (...grants: Actor['grants']): Actor => ({ officerId: 'me', grants });
const who = {
  officer: actor({ role: 'officer', departmentId: 'here' }),
  moderator: actor({ role: 'moderator', departmentId: 'here' }),
  supervisor: actor({ role: 'supervisor', departmentId: 'here' }),
  elsewhere: actor({ role: 'supervisor', departmentId: 'there' }),
  administrator: actor({ role: 'administrator', departmentId: null }),
};

describe('who may do what with the promises of a department', () => {
  it.each([
    ['read', ['officer', 'moderator', 'supervisor', 'administrator']],
    ['change', ['supervisor', 'administrator']],
  ] as const)('%s: %j', (act, allowed) => {
    const may = Object.entries(who).filter(([, someone]) => mayOnDeadlinePolicy(someone, act, 'here'));
    expect(may.map(([name]) => name)).toEqual(allowed);
  });
});
