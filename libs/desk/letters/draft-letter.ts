import { randomBytes } from 'node:crypto';
import { Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Citizen } from '#database/entities/citizen.entity.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import { Department } from '#database/entities/department.entity.js';
import { Letter } from '#database/entities/letter.entity.js';
import { Message } from '#database/entities/message.entity.js';
import { Official } from '#database/entities/official.entity.js';
import type { Tx } from '#database/transaction.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import { referenceFrom } from '#domain/conversations/reference.js';
import type { Actor } from '#domain/identity/roles.js';
import { letterAfter } from '#domain/letters/letter.lifecycle.js';
import { Refusal } from '#domain/refusal.js';
import { assertNotMerged, lockConversation } from '../conversations/conversation-record.js';
import { keepFindable } from '../conversations/search-index.js';
import { openingOf } from './letter-opening.js';
import { changeLetter, recordLetter, voidStandingVersion } from './letter-record.js';
import { withLastWriter } from './save-letter.js';

const LONGEST_PREFIX = 6;

interface Drafting {
  actor: Actor;
  conversation: Conversation;
  at: Date;
}

/** The conversation's unpublished letter, or a new one. Returns its id. */
export async function draftLetter(tx: Tx, actor: Actor, order: { conversationId: string; at: Date }): Promise<string> {
  const conversation = await lockConversation(tx, order.conversationId);
  if (!mayOn(actor, 'read', conversation)) throw new Refusal('not-found', { detail: 'There is no such conversation.' });
  assertNotMerged(conversation);
  if (!mayOn(actor, 'write-letter', conversation)) {
    throw new Refusal('forbidden', { detail: 'Only officers of the department write its letters.' });
  }
  const drafting = { actor, conversation, at: order.at };
  const unpublished = await tx.findOne(Letter, {
    where: { conversationId: conversation.id, status: Not('published') },
    lock: { mode: 'pessimistic_write' },
  });
  if (!unpublished) return begin(tx, drafting);
  if (unpublished.departmentId !== conversation.departmentId) await takeOver(tx, unpublished, drafting);
  return unpublished.id;
}

async function begin(tx: Tx, { actor, conversation, at }: Drafting): Promise<string> {
  afterAct(conversation.status, 'answer');
  const { referencePrefix } = await tx.findOneByOrFail(Department, { id: conversation.departmentId });
  const opening = openingOf({
    ...conversation,
    citizenName: (await tx.findOneByOrFail(Citizen, { id: conversation.citizenId })).name,
    messages: await tx.find(Message, {
      where: { conversationId: conversation.id },
      order: { receivedAt: 'ASC', id: 'ASC' },
    }),
  });
  const letter = tx.create(Letter, {
    id: uuidv7(),
    reference: referenceFrom(`L${referencePrefix}`.slice(0, LONGEST_PREFIX), randomBytes(8)),
    conversationId: conversation.id,
    departmentId: conversation.departmentId,
    authorId: actor.officerId,
    officialId: await firstOfficial(tx, conversation.departmentId),
    status: 'draft',
    version: 1,
    ...opening,
    body: '',
    writerIds: [actor.officerId],
    createdAt: at,
    updatedAt: at,
  });
  await tx.insert(Letter, letter);
  await keepFindable(tx, 'letter', [letter.id]);
  await recordLetter(tx, { conversation, letter }, { type: 'letter.drafted', actor, at });
  return letter.id;
}

/** The conversation was transferred while its letter was being written: the letter follows it, as a draft. */
async function takeOver(tx: Tx, letter: Letter, { actor, conversation, at }: Drafting): Promise<void> {
  const voids = await voidStandingVersion(tx, letter.id, at);
  await changeLetter(tx, letter, {
    status: letterAfter(letter.status, 'edit'),
    departmentId: conversation.departmentId,
    officialId: await firstOfficial(tx, conversation.departmentId),
    writerIds: withLastWriter(letter.writerIds, actor),
    updatedAt: at,
  });
  const payload = { fromDepartmentId: letter.departmentId, toDepartmentId: conversation.departmentId, voids };
  await recordLetter(tx, { conversation, letter }, { type: 'letter.edited', actor, at, payload });
}

async function firstOfficial(tx: Tx, departmentId: string): Promise<string | null> {
  const first = await tx.findOne(Official, { where: { departmentId }, order: { id: 'ASC' } });
  return first?.id ?? null;
}
