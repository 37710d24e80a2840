import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../identity/roles.js';
import { mayOnNote, mayWriteNote, NOTE_OPEN_HOURS } from './note.permissions.js';

const actor = (officerId: string, role: Role, departmentId: string | null = 'water'): Actor => ({
  officerId,
  grants: [{ role, departmentId }],
});
const note = { departmentId: 'water', authorId: 'ana', writtenAt: new Date('2026-03-02T08:00:00Z') };
const hours = (count: number) => new Date(note.writtenAt.getTime() + count * 3_600_000);
const LATE = hours(NOTE_OPEN_HOURS);

describe('who may change a note', () => {
  it.each([
    ['its author, the same day', actor('ana', 'officer'), hours(1), [true, true]],
    ['its author, a day later', actor('ana', 'officer'), LATE, [false, false]],
    ['its author, who left the department', actor('ana', 'officer', 'roads'), hours(1), [false, false]],
    ['a colleague', actor('bo', 'officer'), hours(1), [false, false]],
    ['a supervisor', actor('li', 'supervisor'), LATE, [false, true]],
    ['a supervisor of elsewhere', actor('li', 'supervisor', 'roads'), hours(1), [false, false]],
    ['an administrator', actor('root', 'administrator', null), LATE, [false, true]],
  ])('%s', (_, who, now, may) => {
    expect([mayOnNote(who, 'edit', { note, now }), mayOnNote(who, 'delete', { note, now })]).toEqual(may);
  });

  it('lets everybody write who may read', () => {
    expect(mayWriteNote(actor('mo', 'moderator'), 'water')).toBe(true);
    expect(mayWriteNote(actor('mo', 'moderator', 'roads'), 'water')).toBe(false);
  });
});
