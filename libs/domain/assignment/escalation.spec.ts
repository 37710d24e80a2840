import { expect, it } from '@jest/globals';
import { endsEscalation } from './escalation.js';

const queued = { status: 'queued', departmentId: 'water' } as const;

it.each([
  ['stays in the queue', queued, false],
  ['is taken', { ...queued, status: 'assigned' } as const, true],
  ['is closed', { ...queued, status: 'closed' } as const, true],
  ['waits for another department', { ...queued, departmentId: 'parks' }, true],
])('what nobody took and %s', (_, after, isOver) => {
  expect(endsEscalation(queued, after)).toBe(isOver);
});
