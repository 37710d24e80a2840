import { z } from 'zod';
import type { LetterText } from '#domain/letters/letter-text.js';
import { contentHashOf } from '../conversations/content-hash.js';

const field = <Name extends keyof LetterText>(name: Name) => z.tuple([z.literal(name), z.string()]);

const canonicalSchema = z.tuple([
  field('title'),
  field('salutation'),
  field('body'),
  field('signatoryName'),
  field('signatoryTitle'),
]);

/** A text that is not the one that was approved: it is refused and logged, never shown. */
export class TamperedLetter extends Error {
  override name = 'TamperedLetter';

  constructor(readonly letterId: string) {
    super('the text of a published letter differs from the one that was approved');
  }
}

/** The text of a published letter, read from the frozen form whose hash was approved. Throws `TamperedLetter`. */
export function frozenLetter(row: { id: string; canonical: string; contentHash: string }): LetterText {
  if (contentHashOf(row.canonical) !== row.contentHash) throw new TamperedLetter(row.id);
  const [title, salutation, body, signatoryName, signatoryTitle] = canonicalSchema.parse(JSON.parse(row.canonical));
  return {
    title: title[1],
    salutation: salutation[1],
    body: body[1],
    signatoryName: signatoryName[1],
    signatoryTitle: signatoryTitle[1],
  };
}
