import { describe, expect, it } from '@jest/globals';
import { CONVERSATION_STATUSES } from '../conversations/conversation.lifecycle.js';
import { type Mergeable, obstacleTo, PARTS_LIMIT } from './mergeable.js';
import { type ChosenMessage, obstacleToSplit } from './splittable.js';

const one = (given: Partial<Mergeable> = {}): Mergeable => ({
  id: 'one',
  departmentId: 'water',
  status: 'queued',
  opening: { visibility: 'public', state: 'visible' },
  hasUnpublishedLetter: false,
  splitFromId: null,
  parts: 0,
  ...given,
});
const other = (given: Partial<Mergeable> = {}) => one({ id: 'other', ...given });

describe('what stands in the way of a merge', () => {
  const pairs = CONVERSATION_STATUSES.flatMap((merged) =>
    CONVERSATION_STATUSES.map((survivor) => ({ merged, survivor })),
  );
  const expected = (status: string) =>
    status === 'merged' ? 'merged-already' : ['received', 'held'].includes(status) ? 'not-screened' : null;

  it.each(pairs)('$merged into $survivor', ({ merged, survivor }) => {
    const verdicts = [expected(merged), expected(survivor)];
    const why = verdicts.find((verdict) => verdict === 'merged-already') ?? verdicts.find(Boolean) ?? null;
    expect(obstacleTo(one({ status: merged }), other({ status: survivor }))).toBe(why);
  });

  it('is being the same, or another department', () => {
    expect(obstacleTo(one(), one())).toBe('itself');
    expect(obstacleTo(one(), other({ departmentId: 'roads' }))).toBe('other-department');
  });

  it('is that the public would lose what it can read', () => {
    const unseen = [
      { visibility: 'department', state: 'visible' },
      { visibility: 'public', state: 'hidden' },
      { visibility: 'public', state: 'held' },
    ] as const;
    for (const opening of unseen) {
      expect(obstacleTo(one(), other({ opening }))).toBe('would-hide');
      expect(obstacleTo(one({ opening }), other())).toBeNull();
      expect(obstacleTo(one({ opening }), other({ opening }))).toBeNull();
      expect(obstacleTo(one({ splitFromId: 'other' }), other({ opening }))).toBeNull();
    }
  });

  it('is a letter that is being written in the one that would go, not in the one that stays', () => {
    expect(obstacleTo(one({ hasUnpublishedLetter: true }), other())).toBe('letter-in-progress');
    expect(obstacleTo(one(), other({ hasUnpublishedLetter: true }))).toBeNull();
  });

  it('is a survivor that nobody could read any more', () => {
    expect(obstacleTo(one(), other({ parts: PARTS_LIMIT - 1 }))).toBeNull();
    expect(obstacleTo(one({ parts: 1 }), other({ parts: PARTS_LIMIT - 1 }))).toBe('too-many');
  });
});

describe('what stands in the way of a split', () => {
  const message = (id: string, given: Partial<ChosenMessage> = {}): ChosenMessage => ({
    id,
    citizenId: 'wang',
    visibility: 'public',
    state: 'visible',
    ...given,
  });
  const opening = message('opening');
  const why = (chosen: ChosenMessage[], from: ChosenMessage = opening) =>
    obstacleToSplit(
      chosen.map(({ id }) => id),
      { own: [from, ...chosen], opening: from },
    );

  it('is nothing for later messages of one citizen', () => {
    expect(why([message('a'), message('b', { state: 'hidden' })])).toBeNull();
  });

  it('is choosing nothing, the opening, or what is not there', () => {
    expect(why([])).toBe('nothing-chosen');
    expect(obstacleToSplit(['opening'], { own: [opening], opening })).toBe('opening');
    expect(obstacleToSplit(['elsewhere'], { own: [opening], opening })).toBe('not-its-own');
  });

  it('is several citizens, or what nobody has looked at', () => {
    expect(why([message('a'), message('b', { citizenId: 'li' })])).toBe('several-citizens');
    expect(why([message('a', { state: 'held' })])).toBe('not-screened');
    expect(why([message('a', { state: 'screening' })])).toBe('not-screened');
  });

  it('is publishing a follow-up to what was for the department only', () => {
    const unseen = message('opening', { visibility: 'department' });
    expect(why([message('a')], unseen)).toBe('would-publish');
    expect(why([message('a', { visibility: 'department' })], unseen)).toBeNull();
  });

  it('is publishing a follow-up to what moderation has hidden', () => {
    for (const state of ['hidden', 'rejected'] as const)
      expect(why([message('a')], message('opening', { state }))).toBe('would-publish');
  });
});
