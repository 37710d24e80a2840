export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** As BCP 47, for the `lang` attribute and for Intl. */
export const TAG: Record<Language, string> = { en: 'en-GB', zh: 'zh-Hans' };

/** In its own language, for the switch. */
export const OWN_NAME: Record<Language, string> = { en: 'English', zh: '简体中文' };

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The one that an Accept-Language header likes most; English where it names neither. */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .split(',')
    .slice(0, 30)
    .map(wishOf)
    .filter((wish) => wish.weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const { prefix } of wishes) if (isLanguage(prefix)) return prefix;
  return 'en';
}

function wishOf(part: string): { prefix: string; weight: number } {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
  const given = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
  const weight = given ? Number(given.slice(2)) : 1;
  return { prefix: tag.trim().split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
}
