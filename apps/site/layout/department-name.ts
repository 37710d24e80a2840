import { type Language } from './language.js';
import { useVisit } from './visit.js';

export interface Named {
  name: { en: string; zh: string };
}

/** In the reader's language; in the other one where that is missing. */
export function nameIn(language: Language, { name }: Named): string {
  return name[language] || name.en || name.zh;
}

export function useName(): (named: Named) => string {
  const { language } = useVisit();
  return (named) => nameIn(language, named);
}
