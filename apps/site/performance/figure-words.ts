import { type Language, TAG } from '../layout/language.js';
import { useVisit } from '../layout/visit.js';

export interface FigureWords {
  number(value: number): string;
  /** Hours, and days beside them from one day on. */
  hours(hours: number): string;
  /** A share never without what it is a share of. */
  share(share: number, of: { n: number; of: number }): string;
  error(share: number): string;
}

interface Formats {
  whole: Intl.NumberFormat;
  one: Intl.NumberFormat;
  two: Intl.NumberFormat;
  percent: Intl.NumberFormat;
}

const FORMATS: Record<Language, Formats> = { en: formatsIn('en'), zh: formatsIn('zh') };

function formatsIn(language: Language): Formats {
  const digits = (n: number) => ({ minimumFractionDigits: n, maximumFractionDigits: n });
  return {
    whole: new Intl.NumberFormat(TAG[language]),
    one: new Intl.NumberFormat(TAG[language], digits(1)),
    two: new Intl.NumberFormat(TAG[language], digits(2)),
    percent: new Intl.NumberFormat(TAG[language], { style: 'percent', ...digits(1) }),
  };
}

/** A number does not part from its unit at the end of a line. */
function joined(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}

export function useFigureWords(): FigureWords {
  const { say, language } = useVisit();
  const { whole, one, two, percent } = FORMATS[language];
  return {
    number: (value) => whole.format(value),
    hours: (hours) => {
      const words = joined(say('performance.hours', { hours: two.format(hours) }));
      return hours < 24 ? words : `${words} · ${joined(say('performance.days', { days: one.format(hours / 24) }))}`;
    },
    share: (share, { n, of }) =>
      say('performance.share', { share: percent.format(share), n: whole.format(n), of: whole.format(of) }),
    error: (share) => percent.format(share),
  };
}
