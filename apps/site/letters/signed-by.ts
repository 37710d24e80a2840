import type { ListedLetter } from '#desk/publication/public-letter.view.js';
import { sayIn } from '../layout/words.js';

/** In the order of the letter's language, not of the page's: name and title are the letter's own words. */
export function signedBy({ language, signatoryName, signatoryTitle }: ListedLetter): string {
  const say = sayIn(language.startsWith('zh') ? 'zh' : 'en');
  return say('letters.signed', { name: signatoryName, title: signatoryTitle });
}
