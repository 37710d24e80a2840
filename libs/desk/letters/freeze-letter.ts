import { createHash } from 'node:crypto';
import type { Letter } from '#database/entities/letter.entity.js';
import type { Official } from '#database/entities/official.entity.js';
import { guessLanguage } from '#domain/language.js';
import { canonicalLetter } from '#domain/letters/letter-text.js';

export interface FrozenText {
  canonical: string;
  /** SHA-256 of the canonical form, in hexadecimal: what an approval and a publication name. */
  contentHash: string;
}

/** The one exact text that is reviewed, approved and published, with the signatory as printed in the letter's language. */
export function freezeLetter(
  letter: Pick<Letter, 'title' | 'salutation' | 'body'>,
  official: Official,
  language: string,
): FrozenText {
  const isChinese = speaksChinese(language);
  const canonical = canonicalLetter({
    title: letter.title,
    salutation: letter.salutation,
    body: letter.body,
    signatoryName: isChinese ? official.nameZh : official.nameEn,
    signatoryTitle: isChinese ? official.titleZh : official.titleEn,
  });
  return { canonical, contentHash: createHash('sha256').update(canonical, 'utf8').digest('hex') };
}

/** The language that the letter is written in; the conversation's where the text does not tell. */
export function languageOfLetter({ title, body }: Pick<Letter, 'title' | 'body'>, fallback: string): string {
  const guessed = guessLanguage(`${title}\n${body}`);
  return guessed === 'und' ? fallback : guessed;
}

export function speaksChinese(language: string): boolean {
  return /^zh\b/i.test(language);
}
