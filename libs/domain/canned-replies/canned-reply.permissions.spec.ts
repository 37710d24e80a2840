import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../identity/roles.js';
import { mayOnCannedReply } from './canned-reply.permissions.js';

const actor = (officerId: string, role: Role, departmentId: string | null): Actor => ({
  officerId,
  grants: [{ role, departmentId }],
});
const OFFICER = actor('ana', 'officer', 'water');
const SUPERVISOR = actor('li', 'supervisor', 'water');
const ADMINISTRATOR = actor('root', 'administrator', null);
const STRANGER = actor('zhao', 'supervisor', 'roads');

describe('who uses and edits canned replies', () => {
  it.each([
    [
      'of the department',
      { departmentId: 'water', ownerId: null },
      [true, false],
      [true, true],
      [true, true],
      [false, false],
    ],
    ['of Ana', { departmentId: null, ownerId: 'ana' }, [true, true], [false, false], [false, false], [false, false]],
  ])('%s', (_, reply, ...expected) => {
    const may = [OFFICER, SUPERVISOR, ADMINISTRATOR, STRANGER].map((who) => [
      mayOnCannedReply(who, 'use', reply),
      mayOnCannedReply(who, 'edit', reply),
    ]);
    expect(may).toEqual(expected);
  });
});
