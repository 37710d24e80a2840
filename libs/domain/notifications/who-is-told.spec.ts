import { describe, expect, it } from '@jest/globals';
import { type ToldFact, whoIsTold } from './who-is-told.js';

const LEAD = { kind: 'officer', id: 'lead' } as const;
const DESK = { kind: 'system', id: null } as const;
const fact = (type: string, payload: object, actor: ToldFact['actor'] = LEAD): ToldFact => ({
  type,
  actor,
  payload: { ...payload },
});
const restored = ([fromStatus, fromOfficerId]: unknown[], [toStatus, officerId]: unknown[]) =>
  fact('conversation.restored', { fromStatus, fromOfficerId, toStatus, officerId });
const told = (one: ToldFact, supervisors?: string[]) =>
  whoIsTold(one, supervisors).map(({ officerId, kind }) => `${officerId}: ${kind}`);

describe('who is told', () => {
  it.each([
    [fact('note.written', { mentions: ['ana', 'bo', 'ana', 'lead'] }), ['ana: mentioned', 'bo: mentioned']],
    [fact('note.edited', { mentions: [] }), []],
    [fact('conversation.assigned', { officerId: 'ana' }, DESK), ['ana: assigned']],
    [fact('conversation.assigned', { officerId: 'ana', reason: { rule: 'stand-in' } }, DESK), ['ana: stand-in']],
    [fact('conversation.assigned', { officerId: 'ana', fromOfficerId: 'bo' }), ['ana: assigned', 'bo: taken']],
    [fact('conversation.assigned', { officerId: 'lead', reason: { rule: 'claimed' } }), []],
    [fact('conversation.assigned', { officerId: 'ana', fromOfficerId: 'ana' }), ['ana: assigned']],
    [fact('conversation.released', { fromOfficerId: 'bo' }, DESK), ['bo: taken']],
    [fact('conversation.released', { fromOfficerId: 'lead' }), []],
    [fact('conversation.transferred', { fromOfficerId: 'bo' }), ['bo: taken']],
    [fact('message.cleared', { holderId: 'ana' }, DESK), ['ana: citizen-wrote']],
    [fact('message.cleared', {}, DESK), []],
    [fact('conversation.merged', { fromOfficerId: 'bo' }), ['bo: merged']],
    [fact('conversation.absorbed', { officerId: 'ana' }), ['ana: merged']],
    [fact('conversation.unmerged', { officerId: 'ana' }), ['ana: assigned']],
    [fact('conversation.unmerged', { officerId: 'lead' }), []],
    [fact('conversation.parted', { fromOfficerId: 'bo' }), ['bo: taken']],
    [restored(['assigned', 'bo'], ['assigned', 'ana']), ['ana: assigned', 'bo: taken']],
    [restored(['assigned', 'bo'], ['assigned', 'bo']), []],
    [restored(['closed', 'bo'], ['assigned', 'bo']), ['bo: assigned']],
    [restored(['answered', 'bo'], ['answered', 'bo']), []],
    [restored(['assigned', 'bo'], ['queued', undefined]), ['bo: taken']],
    [restored(['assigned', 'lead'], ['queued', undefined]), []],
    [fact('bulk.finished', { officerId: 'lead' }), ['lead: bulk-finished']],
    [fact('deadline.warned', { share: 0.5, told: ['ana'] }, DESK), ['ana: deadline-near']],
    [fact('deadline.warned', { share: 1, told: ['ana', 'li'] }, DESK), ['ana: deadline-passed', 'li: deadline-passed']],
    [fact('deadline.warned', { share: 0.8 }, DESK), []],
    [fact('reply.sent', { officerId: 'ana' }), []],
    [fact('constructor', { officerId: 'ana' }), []],
    [fact('note.written', { mentions: 'ana' }), []],
    [fact('conversation.assigned', { officerId: 7 }), []],
  ])('of $type', (one, expected) => {
    expect(told(one)).toEqual(expected);
  });

  it('the supervisors of what nobody took', () => {
    expect(told(fact('conversation.escalated', {}, DESK), ['li', 'wei'])).toEqual(['li: escalated', 'wei: escalated']);
  });
});
