import { type Language, TAG } from '../layout/language.js';
import { useVisit } from '../layout/visit.js';

const months: Record<Language, Intl.DateTimeFormat> = { en: formatIn('en'), zh: formatIn('zh') };

function formatIn(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(TAG[language], { year: 'numeric', month: 'long', timeZone: 'UTC' });
}

/** `2026-11` as people write it. */
export function useMonthWords(): (month: string) => string {
  const { language } = useVisit();
  return (month) => months[language].format(new Date(`${month}-01T00:00:00Z`));
}
