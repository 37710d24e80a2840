export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What the `lang` attribute says: the Chinese of this console is simplified. */
export const HTML_LANG: Record<Language, string> = { en: 'en', zh: 'zh-Hans' };
/** Which way it is read. */
export const DIRECTION: Record<Language, 'ltr' | 'rtl'> = { en: 'ltr', zh: 'ltr' };
/** What Intl is asked in: `zh` alone would leave the script to the browser. */
export const LOCALE: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' };

/** The first of the browser's languages that the console speaks; English where there is none. */
export function guessLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const known = LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (known) return known;
  }
  return 'en';
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** Each language in its own words, so that whoever looks for it can read it. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', zh: '简体中文' };
