import { IsNull } from 'typeorm';
import type { Conversation } from '#database/entities/conversation.entity.js';
import { Letter } from '#database/entities/letter.entity.js';
import { LetterVersion } from '#database/entities/letter-version.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { type LetterAct, type LetterStatus, letterAfter, letterFits } from '#domain/letters/letter.lifecycle.js';
import { type LetterFacts, mayOnLetter } from '#domain/letters/letter.permissions.js';
import { Refusal } from '#domain/refusal.js';
import {
  byOfficer,
  changeConversation,
  type Fact,
  lockConversation,
  type WordsOfAct,
} from '../conversations/conversation-record.js';
import { keepFindable } from '../conversations/search-index.js';

export interface LockedLetter {
  conversation: Conversation;
  letter: Letter;
  /** What the letter is after the act for which it was locked. */
  status: LetterStatus;
}

/**
 * Locks the conversation, then its letter, always in this order, and decides whether the act is the actor's to do and
 * fits the state. Throws `not-found`, `forbidden`, `own-text` or `wrong-state`.
 */
export async function lockLetter(
  tx: Tx,
  actor: Actor,
  order: { letterId: string; act: LetterAct },
): Promise<LockedLetter> {
  const found = await tx.findOneBy(Letter, { id: order.letterId });
  if (!found) throw noSuchLetter();
  const conversation = await lockConversation(tx, found.conversationId);
  const letter = await tx.findOneOrFail(Letter, { where: { id: found.id }, lock: { mode: 'pessimistic_write' } });
  if (!mayReadLetter(actor, letter, conversation)) throw noSuchLetter();
  assertMay(actor, order.act, letter);
  assertFits(letter, order.act);
  assertNotMoved(letter, conversation);
  return { conversation, letter, status: letterAfter(letter.status, order.act) };
}

/** A letter that is being written is read by its department and by the one that its conversation has moved to. */
export function mayReadLetter(actor: Actor, letter: LetterFacts, conversation: { departmentId: string }): boolean {
  const { writerIds } = letter;
  return [letter, conversation].some(({ departmentId }) => mayOnLetter(actor, 'read', { departmentId, writerIds }));
}

export function noSuchLetter(): Refusal {
  return new Refusal('not-found', { detail: 'There is no such letter.' });
}

/** Refuses an act on an old screen. */
export function assertLetterSeen({ version, status }: Letter, seen: number): void {
  if (version === seen) return;
  throw new Refusal('stale-version', {
    detail: 'The letter has changed since you looked at it.',
    current: { status, version },
  });
}

/** Writes the locked letter under its next version. */
export async function changeLetter(tx: Tx, letter: Letter, patch: Partial<Letter>): Promise<void> {
  await tx.update(Letter, { id: letter.id }, { ...patch, version: letter.version + 1 });
  await keepFindable(tx, 'letter', [letter.id]);
}

/** The frozen text under review, approved or published; a draft has none. */
export function standingVersion(tx: Tx, letterId: string): Promise<LetterVersion | null> {
  return tx.findOneBy(LetterVersion, { letterId, voidedAt: IsNull() });
}

/** True where there was a frozen text: from now on it can neither be approved nor published. */
export async function voidStandingVersion(tx: Tx, letterId: string, at: Date): Promise<boolean> {
  const standing = { letterId, voidedAt: IsNull(), publishedAt: IsNull() };
  const { affected } = await tx.update(LetterVersion, standing, { voidedAt: at });
  return (affected ?? 0) > 0;
}

/** A fact about the letter in its conversation's history, under the conversation's next version. */
export async function recordLetter(
  tx: Tx,
  { conversation, letter }: Pick<LockedLetter, 'conversation' | 'letter'>,
  fact: { type: Fact['type']; actor: Actor; at: Date; payload?: Record<string, unknown>; words?: WordsOfAct },
): Promise<void> {
  const { type, actor, at, payload = {}, words = {} } = fact;
  await changeConversation(tx, conversation, {
    patch: {},
    fact: { type, actor: byOfficer(actor), letterId: letter.id, payload, words, at },
  });
}

function assertMay(actor: Actor, act: LetterAct, letter: Letter): void {
  if (mayOnLetter(actor, act, letter)) return;
  if (mayOnLetter(actor, act, { ...letter, writerIds: [] })) {
    throw new Refusal('own-text', { detail: 'You wrote words of this letter: somebody else has to approve it.' });
  }
  throw new Refusal('forbidden', { detail: `You may not ${act} letters of this department.` });
}

function assertFits({ status, version }: Letter, act: LetterAct): void {
  if (letterFits(status, act)) return;
  throw new Refusal('wrong-state', {
    detail: `A letter that is ${status} cannot take "${act}".`,
    current: { status, version },
  });
}

function assertNotMoved({ departmentId, status, version }: Letter, conversation: Conversation): void {
  if (departmentId === conversation.departmentId) return;
  throw new Refusal('wrong-state', {
    detail: 'The conversation is with another department now: only its officers can go on with this letter.',
    current: { status, version },
  });
}
