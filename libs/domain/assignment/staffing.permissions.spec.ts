import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../identity/roles.js';
import { mayOnStaffing } from './staffing.permissions.js';

const ME = 'me';
const actor = (...grants: Actor['grants']): Actor => ({ officerId: ME, grants });
const who = {
  officer: actor({ role: 'officer', departmentId: 'here' }),
  supervisor: actor({ role: 'supervisor', departmentId: 'here' }),
  elsewhere: actor({ role: 'supervisor', departmentId: 'there' }),
  administrator: actor({ role: 'administrator', departmentId: null }),
};
const colleague = { departmentIds: ['here'], officerId: 'colleague' };
const myself = { departmentIds: ['here'], officerId: ME };

describe('who may do what with staffing', () => {
  it.each([
    ['read', colleague, ['supervisor', 'administrator']],
    ['set-policy', colleague, ['supervisor', 'administrator']],
    ['set-officer', colleague, ['supervisor', 'administrator']],
    ['set-officer', myself, ['supervisor', 'administrator']],
    ['set-hours', colleague, ['supervisor', 'administrator']],
    ['set-hours', myself, ['officer', 'supervisor', 'elsewhere', 'administrator']],
    ['remove', colleague, ['administrator']],
    ['remove', myself, []],
  ] as const)('%s of %j: %j', (act, subject, allowed) => {
    const may = Object.entries(who).filter(([, someone]) => mayOnStaffing(someone, act, subject));
    expect(may.map(([name]) => name)).toEqual(allowed);
  });
});
