import i18next from 'i18next';
import { useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Words } from '../locales/en.js';
import { type Format, formatOf } from './format.js';
import { DIRECTION, guessLanguage, HTML_LANG, isLanguage, LANGUAGES, type Language } from './languages.js';
import { keep, recall } from './storage.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Words };
  }
}

const KEY = 'answerable:language';

/** Only the language that is shown is loaded. */
const LOAD: Record<Language, () => Promise<object>> = {
  en: () => import('../locales/en.js').then(({ en }) => en),
  zh: () => import('../locales/zh.js').then(({ zh }) => zh),
};

export async function startLanguage(): Promise<void> {
  const kept = recall(KEY);
  const language = isLanguage(kept) ? kept : guessLanguage(navigator.languages);
  await i18next.use(initReactI18next).init({
    lng: language,
    supportedLngs: [...LANGUAGES],
    fallbackLng: false,
    resources: { [language]: { translation: await LOAD[language]() } },
    interpolation: { escapeValue: false },
  });
  nameLanguage(language);
}

export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await LOAD[language]());
  }
  await i18next.changeLanguage(language);
  nameLanguage(language);
  keep(KEY, language);
}

function nameLanguage(language: Language): void {
  document.documentElement.lang = HTML_LANG[language];
  document.documentElement.dir = DIRECTION[language];
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'en';
}

export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatOf(language), [language]);
}

/** Picks the viewer's language of a name; the other one where that is empty. */
export function useLocalised(): (name: { en: string; zh: string }) => string {
  const language = useLanguage();
  return useMemo(() => (name) => name[language] || name.en || name.zh, [language]);
}
