import { createHash } from 'node:crypto';
import { digestText } from '#domain/moderation/screening.js';

/** Two bodies with the same digest say the same thing: case, width, white space and punctuation aside. */
export function bodyDigest(body: string): Buffer {
  return createHash('sha256').update(digestText(body)).digest();
}
