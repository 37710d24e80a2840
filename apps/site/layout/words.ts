import i18next from 'i18next';
import { en } from '../locales/en.js';
import { zh } from '../locales/zh.js';
import type { Language } from './language.js';

type Singular<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;
type KeyOf<T> = {
  [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${KeyOf<T[K]>}`;
}[keyof T & string];

export type WordKey = KeyOf<typeof en>;
export type Say = (key: WordKey, values?: Record<string, string | number>) => string;

const site = i18next.createInstance();
await site.init({
  resources: { en: { translation: en }, zh: { translation: zh } },
  fallbackLng: false,
  // React escapes.
  interpolation: { escapeValue: false, skipOnVariables: true },
});

/** i18next's own key type is declared once for the whole program, by the console for its words; the site has others. */
const BY_LANGUAGE: Record<Language, Say> = {
  en: site.getFixedT('en') as unknown as Say,
  zh: site.getFixedT('zh') as unknown as Say,
};

export function sayIn(language: Language): Say {
  return BY_LANGUAGE[language];
}
