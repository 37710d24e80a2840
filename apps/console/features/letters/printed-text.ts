import type { LetterView } from '#contracts/letters.http.js';
import { guessLanguage } from '#domain/language.js';
import { canonicalLetter, type LetterText } from '#domain/letters/letter-text.js';

export interface Printed {
  text: LetterText;
  /** Whether this is the text that the submission's fingerprint names; null where that cannot be told. */
  isExact: boolean | null;
}

/** The letter as it will be printed. The desk signs in the letter's own language: the fingerprint tells which it took. */
export async function printedOf(letter: LetterView): Promise<Printed> {
  const zh = inLanguage(letter, 'zh');
  const en = inLanguage(letter, 'en');
  const hash = letter.submission?.contentHash;
  // Plain http in an intranet has no crypto.subtle; the desk checks the fingerprint in any case.
  if (!hash || !globalThis.crypto.subtle) return { text: likely(letter), isExact: null };
  if ((await fingerprint(zh)) === hash) return { text: zh, isExact: true };
  if ((await fingerprint(en)) === hash) return { text: en, isExact: true };
  return { text: likely(letter), isExact: false };
}

/** What can be shown at once, before the fingerprint is computed. */
export function likely(letter: LetterView): LetterText {
  return inLanguage(letter, guessLanguage(`${letter.text.title}\n${letter.text.body}`) === 'en' ? 'en' : 'zh');
}

function inLanguage({ text, signatory }: LetterView, language: 'en' | 'zh'): LetterText {
  return {
    title: text.title,
    salutation: text.salutation,
    body: text.body,
    signatoryName: signatory?.name[language] ?? '',
    signatoryTitle: signatory?.title[language] ?? '',
  };
}

async function fingerprint(text: LetterText): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalLetter(text));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
