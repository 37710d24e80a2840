import { createHash } from 'node:crypto';
import { digestText } from '#domain/moderation/screening.js';

/** Two bodies with the same digest say the same thing: case, width, white space and punctuation aside. */
export function bodyDigest(body: string): Buffer {
  return createHash('sha256').update(digestText(body)).digest();
}

const EXCERPT_LENGTH = 160;

/** The start of a text on one line, cut at a character, never inside one. */
export function excerptOf(body: string): string {
  const line = body
    .slice(0, EXCERPT_LENGTH * 8)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length > EXCERPT_LENGTH ? `${characters.slice(0, EXCERPT_LENGTH - 1).join('')}…` : line;
}
