import type { Letter } from '#database/entities/letter.entity.js';
import { LetterVersion } from '#database/entities/letter-version.entity.js';
import { Official } from '#database/entities/official.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { freezeLetter } from './freeze-letter.js';
import {
  assertLetterSeen,
  changeLetter,
  lockLetter,
  recordLetter,
  standingVersion,
  voidStandingVersion,
} from './letter-record.js';
import type { LetterOrder } from './submit-letter.js';

/** An approval and a publication name the exact text by its hash. */
export interface TextOrder extends LetterOrder {
  contentHash: string;
}

export async function returnLetter(tx: Tx, actor: Actor, order: LetterOrder & { note: string }): Promise<void> {
  const { letterId, version, note, at } = order;
  const locked = await lockLetter(tx, actor, { letterId, act: 'return' });
  assertLetterSeen(locked.letter, version);
  await voidStandingVersion(tx, letterId, at);
  await changeLetter(tx, locked.letter, {
    status: locked.status,
    returnedNote: note,
    returnedBy: actor.officerId,
    returnedAt: at,
    updatedAt: at,
  });
  await recordLetter(tx, locked, { type: 'letter.returned', actor, at, words: { note } });
}

export async function approveLetter(tx: Tx, actor: Actor, order: TextOrder): Promise<void> {
  const { letterId, version, at } = order;
  const locked = await lockLetter(tx, actor, { letterId, act: 'approve' });
  assertLetterSeen(locked.letter, version);
  const { id, number, contentHash } = await assertSameText(tx, locked.letter, order.contentHash);
  await tx.update(LetterVersion, { id }, { approvedBy: actor.officerId, approvedAt: at });
  await changeLetter(tx, locked.letter, { status: locked.status, updatedAt: at });
  await recordLetter(tx, locked, { type: 'letter.approved', actor, at, payload: { number, contentHash } });
}

/**
 * The frozen text, if it is the one that the officer saw and still the one that the letter holds. The second can fail
 * without a save: the name or the title of the official may have changed since.
 */
export async function assertSameText(tx: Tx, letter: Letter, seenHash: string): Promise<LetterVersion> {
  const frozen = await standingVersion(tx, letter.id);
  if (!frozen) throw new Error(`letter ${letter.id} is ${letter.status} without a frozen text`);
  const { status, version } = letter;
  if (frozen.contentHash !== seenHash) {
    throw new Refusal('stale-version', {
      detail: 'This is not the text that you were looking at.',
      current: { status, version, contentHash: frozen.contentHash },
    });
  }
  const official = letter.officialId && (await tx.findOneBy(Official, { id: letter.officialId }));
  if (official && freezeLetter(letter, official, frozen.language).canonical === frozen.canonical) return frozen;
  throw new Refusal('wrong-state', {
    detail: 'The letter or its signatory has changed since it was submitted: return it to its author.',
    current: { status, version },
  });
}
