import { createHash } from 'node:crypto';

/** SHA-256 of a letter's canonical form, in hexadecimal: what an approval and a publication name. */
export function contentHashOf(canonical: string): string {
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}
