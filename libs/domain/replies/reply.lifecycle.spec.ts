import { describe, expect, it } from '@jest/globals';
import { leavesAt, takingBack } from './reply.lifecycle.js';

const now = new Date('2026-11-23T08:00:00Z');
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

describe('when a reply leaves', () => {
  it('waits for the seconds of its department', () => {
    expect(leavesAt(now, { undoSeconds: 10, waitingUntil: null })).toEqual(inSeconds(10));
  });

  it('leaves at once where the department waits for nothing', () => {
    expect(leavesAt(now, { undoSeconds: 0, waitingUntil: null })).toEqual(now);
  });

  it('never overtakes one that was sent before it', () => {
    expect(leavesAt(now, { undoSeconds: 0, waitingUntil: inSeconds(7) })).toEqual(inSeconds(7));
    expect(leavesAt(now, { undoSeconds: 10, waitingUntil: inSeconds(7) })).toEqual(inSeconds(10));
  });
});

it('is taken back while it waits, and never after', () => {
  expect(takingBack('waiting')).toBe('take-back');
  expect(takingBack('taken-back')).toBe('taken-back-already');
  expect(takingBack('sent')).toBe('has-left');
});
