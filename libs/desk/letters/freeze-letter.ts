import type { Letter } from '#database/entities/letter.entity.js';
import type { Official } from '#database/entities/official.entity.js';
import { guessLanguage } from '#domain/language.js';
import { canonicalLetter } from '#domain/letters/letter-text.js';
import { contentHashOf } from '../conversations/content-hash.js';

export interface FrozenText {
  canonical: string;
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
  return { canonical, contentHash: contentHashOf(canonical) };
}

/** The language that the letter is written in; the conversation's where the text does not tell. */
export function languageOfLetter({ title, body }: Pick<Letter, 'title' | 'body'>, fallback: string): string {
  const guessed = guessLanguage(`${title}\n${body}`);
  return guessed === 'und' ? fallback : guessed;
}

export function speaksChinese(language: string): boolean {
  return /^zh\b/i.test(language);
}
