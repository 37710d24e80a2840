import { COUNT_LIMIT } from '#contracts/inbox.http.js';
import { durationParts, type Unit } from './durations.js';
import { type Language, LOCALE } from './languages.js';

const UNIT_WORDS: Record<Language, Record<Unit, string>> = {
  en: { d: 'd', h: 'h', min: 'min' },
  zh: { d: '天', h: '小时', min: '分钟' },
};

/** Everything that turns a value into words of one language. */
export interface Format {
  language: Language;
  number(value: number): string;
  /** "1,000+" where counting stopped. */
  count(value: number): string;
  percent(share: number): string;
  /** With one decimal. */
  one(value: number): string;
  hours(hours: number): string;
  days(hours: number): string;
  duration(ms: number): string;
  dateTime(instant: string | Date): string;
  time(instant: string | Date): string;
  /** A local date such as 2026-11-23, shown as that date whatever the viewer's zone. */
  localDate(date: string): string;
}

export function formatOf(language: Language, timeZone?: string): Format {
  const locale = LOCALE[language];
  const whole = new Intl.NumberFormat(locale);
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const two = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const word = UNIT_WORDS[language];
  return {
    language,
    number: (value) => whole.format(value),
    count: (value) => (value >= COUNT_LIMIT ? `${whole.format(COUNT_LIMIT)}+` : whole.format(value)),
    percent: (value) => share.format(value),
    one: (value) => one.format(value),
    hours: (hours) => `${two.format(hours)} ${word.h}`,
    days: (hours) => `${one.format(hours / 24)} ${word.d}`,
    duration: (ms) =>
      durationParts(ms)
        .map(({ unit, value }) => `${whole.format(value)} ${word[unit]}`)
        .join(' '),
    dateTime: (instant) => moment.format(new Date(instant)),
    time: (instant) => clock.format(new Date(instant)),
    localDate: (date) => day.format(new Date(`${date}T00:00:00Z`)),
  };
}

/** The IANA zone of the viewer's machine. */
export function viewerTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
