import { describe, expect, it } from '@jest/globals';
import { beyondCapacity, type InHand } from './over-capacity.js';
import { type AbsentOfficer, type HeldByAbsent, staysWith } from './taken-back.js';

const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 8, n));
const held = (facts: Partial<HeldByAbsent> = {}): HeldByAbsent => ({
  rule: 'least-loaded',
  assignedAt: minute(0),
  lastWorkedAt: null,
  hasReplyWaiting: false,
  graceMinutes: 5,
  ...facts,
});
const gone: AbsentOfficer = { absentSince: minute(10), isSeen: false };

describe('what an absent officer has in hand', () => {
  it.each([
    ['waits for the grace time', held(), gone, 14, true],
    ['goes after it', held(), gone, 15, false],
    ['goes at once where there is none', held({ graceMinutes: 0 }), gone, 10, false],
    ['waits from when it was given', held({ assignedAt: minute(12) }), gone, 16, true],
    ['waits from the last word written', held({ lastWorkedAt: minute(13) }), gone, 17, true],
    ['goes after the grace from the last word', held({ lastWorkedAt: minute(13) }), gone, 18, false],
    ['stays while its reply is leaving', held({ hasReplyWaiting: true }), gone, 60, true],
    [
      'stays if it was given by hand during the absence',
      held({ rule: 'by-hand', assignedAt: minute(11) }),
      gone,
      60,
      true,
    ],
    ['goes if it was given by hand before', held({ rule: 'by-hand' }), gone, 60, false],
    ['stays if it was claimed at an open console', held({ rule: 'claimed' }), { ...gone, isSeen: true }, 60, true],
    ['goes if it was claimed and the console is closed', held({ rule: 'claimed' }), gone, 60, false],
    ['goes if it was given and the console is open', held(), { ...gone, isSeen: true }, 60, false],
  ])('%s', (_, holding, officer, now, stays) => {
    expect(staysWith(holding, officer, minute(now))).toBe(stays);
  });
});

describe('what is beyond a lowered capacity', () => {
  const item = (conversationId: string, facts: Partial<InHand> = {}): InHand => ({
    conversationId,
    priority: 'normal',
    rule: 'least-loaded',
    assignedAt: minute(Number(conversationId)),
    isWorkedOn: false,
    ...facts,
  });

  it('goes back, the newest first, until the rest fits', () => {
    expect(beyondCapacity([item('1'), item('3'), item('2')], 1)).toEqual(['3', '2']);
    expect(beyondCapacity([item('1'), item('2')], 2)).toEqual([]);
    expect(beyondCapacity([item('1', { priority: 'urgent' }), item('2')], 2)).toEqual(['2']);
  });

  it('leaves what is being worked on, and what people chose', () => {
    const inHand = [
      item('1'),
      item('2', { isWorkedOn: true }),
      item('3', { rule: 'claimed' }),
      item('4', { rule: 'pulled' }),
    ];
    expect(beyondCapacity(inHand, 0)).toEqual(['4', '1']);
  });
});
