import { v7 as uuidv7 } from 'uuid';
import type { Letter } from '#database/entities/letter.entity.js';
import { LetterVersion } from '#database/entities/letter-version.entity.js';
import { Official } from '#database/entities/official.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { freezeLetter, languageOfLetter } from './freeze-letter.js';
import { assertLetterSeen, changeLetter, lockLetter, recordLetter } from './letter-record.js';
import { withLastWriter } from './save-letter.js';

export interface LetterOrder {
  letterId: string;
  /** The version that the officer was looking at. */
  version: number;
  at: Date;
}

/** Freezes the text for review. Who submits it stands for it like a writer, and never approves it. */
export async function submitLetter(tx: Tx, actor: Actor, { letterId, version, at }: LetterOrder): Promise<void> {
  const locked = await lockLetter(tx, actor, { letterId, act: 'submit' });
  const { conversation, letter, status } = locked;
  assertLetterSeen(letter, version);
  const official = await assertComplete(tx, letter);
  const language = languageOfLetter(letter, conversation.language);
  const frozen = freezeLetter(letter, official, language);
  const number = (await tx.countBy(LetterVersion, { letterId })) + 1;
  await tx.insert(LetterVersion, {
    id: uuidv7(),
    letterId,
    number,
    ...frozen,
    language,
    submittedBy: actor.officerId,
    submittedAt: at,
  });
  await changeLetter(tx, letter, {
    status,
    writerIds: withLastWriter(letter.writerIds, actor),
    returnedNote: null,
    returnedBy: null,
    returnedAt: null,
    updatedAt: at,
  });
  const payload = { number, contentHash: frozen.contentHash };
  await recordLetter(tx, locked, { type: 'letter.submitted', actor, at, payload });
}

async function assertComplete(tx: Tx, letter: Letter): Promise<Official> {
  const { departmentId, officialId } = letter;
  const official = officialId === null ? null : await tx.findOneBy(Official, { id: officialId, departmentId });
  const errors = (['title', 'body'] as const)
    .filter((field) => letter[field].trim() === '')
    .map((field) => ({ field: field as string, reason: 'must not be empty' }));
  if (!official) errors.push({ field: 'officialId', reason: 'must name an official of this department' });
  const [first] = errors;
  if (official && !first) return official;
  throw new Refusal('invalid', { detail: first && `${first.field}: ${first.reason}`, errors });
}
