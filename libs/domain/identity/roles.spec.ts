import { describe, expect, it } from '@jest/globals';
import { type Actor, belongsTo, departmentsOf, holds, isAdministrator } from './roles.js';

const both: Actor = {
  officerId: 'li',
  grants: [
    { role: 'officer', departmentId: 'water' },
    { role: 'reviewer', departmentId: 'water' },
    { role: 'supervisor', departmentId: 'roads' },
  ],
};
const desk: Actor = { officerId: 'zhao', grants: [{ role: 'administrator', departmentId: null }] };

describe('roles', () => {
  it('are held in their own department only', () => {
    expect([holds(both, 'reviewer', 'water'), holds(both, 'reviewer', 'roads')]).toEqual([true, false]);
    expect([belongsTo(both, 'roads'), belongsTo(both, 'parks')]).toEqual([true, false]);
  });

  it('without a department reach everywhere, and only for that role', () => {
    expect([belongsTo(desk, 'parks'), holds(desk, 'officer', 'parks')]).toEqual([true, false]);
  });

  it('make an administrator of the desk only where they name no department', () => {
    const ofOne: Actor = { officerId: 'li', grants: [{ role: 'administrator', departmentId: 'water' }] };
    expect([isAdministrator(desk), isAdministrator(ofOne)]).toEqual([true, false]);
  });

  it('name each department once, for the roles asked about', () => {
    expect(departmentsOf(both)).toEqual(['water', 'roads']);
    expect(departmentsOf(both, ['supervisor'])).toEqual(['roads']);
    expect(departmentsOf(desk)).toBe('all');
  });
});
