import type { z } from 'zod';
import type { letterTextSchema } from '#contracts/letters.http.js';
import type { Letter } from '#database/entities/letter.entity.js';
import { Officer } from '#database/entities/officer.entity.js';
import { Official } from '#database/entities/official.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { changeLetter, lockLetter, recordLetter, voidStandingVersion } from './letter-record.js';

export type LetterFields = z.infer<typeof letterTextSchema>;

export interface SaveLetter {
  letterId: string;
  /** The version that the text was written over. */
  version: number;
  text: LetterFields;
  at: Date;
}

/**
 * Saves what was typed. A text under review or approved is a draft again: its approval was for another text. What is
 * there already, word for word, is not saved again, so that a repeated save neither conflicts nor voids anything.
 */
export async function saveLetter(tx: Tx, actor: Actor, { letterId, version, text, at }: SaveLetter): Promise<void> {
  const locked = await lockLetter(tx, actor, { letterId, act: 'edit' });
  const { letter, status } = locked;
  if (isSame(fieldsOf(letter), text)) return;
  if (letter.version !== version) throw await overtaken(tx, letter);
  if (text.officialId !== letter.officialId) await assertSigns(tx, text.officialId, letter.departmentId);
  const voids = await voidStandingVersion(tx, letterId, at);
  const isNewWriter = !letter.writerIds.includes(actor.officerId);
  await changeLetter(tx, letter, {
    ...fieldsOf(text),
    status,
    writerIds: withLastWriter(letter.writerIds, actor),
    updatedAt: at,
  });
  // Saved every second while somebody types: the history keeps what matters to others.
  if (voids || isNewWriter) await recordLetter(tx, locked, { type: 'letter.edited', actor, at, payload: { voids } });
}

/** Everyone who wrote, each once, who wrote last at the end. */
export function withLastWriter(writerIds: readonly string[], { officerId }: Actor): string[] {
  return [...writerIds.filter((id) => id !== officerId), officerId];
}

function fieldsOf({ title, salutation, body, officialId }: LetterFields): LetterFields {
  return { title, salutation, body, officialId };
}

function isSame(one: LetterFields, other: LetterFields): boolean {
  const hasSameWords = one.title === other.title && one.salutation === other.salutation && one.body === other.body;
  return hasSameWords && one.officialId === other.officialId;
}

/** Carries the newer text and whose it is: the caller keeps both and chooses. */
async function overtaken(tx: Tx, letter: Letter): Promise<Refusal> {
  const lastWriterId = letter.writerIds.at(-1) ?? letter.authorId;
  const lastWriter = await tx.findOneBy(Officer, { id: lastWriterId });
  return new Refusal('stale-version', {
    detail: `${lastWriter?.name ?? 'Somebody'} has changed the letter since you began.`,
    current: {
      version: letter.version,
      status: letter.status,
      text: fieldsOf(letter),
      byName: lastWriter?.name ?? null,
    },
  });
}

async function assertSigns(tx: Tx, officialId: string | null, departmentId: string): Promise<void> {
  if (officialId === null || (await tx.existsBy(Official, { id: officialId, departmentId }))) return;
  const reason = 'is not an official of this department';
  throw new Refusal('invalid', { detail: `officialId: ${reason}`, errors: [{ field: 'officialId', reason }] });
}
