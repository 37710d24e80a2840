import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stretch } from '#domain/deadlines/calendar-days.js';
import type { HolidayRegion } from '#domain/deadlines/holidays.js';
import { dayText } from '../../lib/day-text.js';
import { useLanguage } from '../../lib/i18n.js';
import { LOCALE } from '../../lib/languages.js';

/** Hours of a day, countries and numbers in the viewer's words. */
export function useDayWords() {
  const { t } = useTranslation();
  const language = useLanguage();
  return useMemo(() => {
    const countries = new Intl.DisplayNames(LOCALE[language], { type: 'region', fallback: 'code' });
    const weekday = new Intl.DateTimeFormat(LOCALE[language], { weekday: 'short', timeZone: 'UTC' });
    const month = new Intl.DateTimeFormat(LOCALE[language], { month: 'long', timeZone: 'UTC' });
    const day = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeZone: 'UTC' });
    const figure = new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 1 });
    return {
      hours: (intervals: readonly Stretch[]) => dayText(intervals) || t('calendars.year.off'),
      inHours: (minutes: number) => figure.format(minutes / 60),
      country: (code: string) => countries.of(code) ?? code,
      region: (region: HolidayRegion | null) =>
        region
          ? [countries.of(region.country), region.state, region.region].filter(Boolean).join(' · ')
          : t('calendars.noHolidays'),
      // Intl's own range in Chinese is all slashes.
      dates: (from: string, to: string) => {
        const ends = { from: day.format(midnight(from)), to: day.format(midnight(to)) };
        return from === to ? ends.from : t('calendars.year.range', ends);
      },
      weekday: (date: string) => weekday.format(midnight(date)),
      weekdays: (from: string, to: string) =>
        [...new Set([from, to])].map((date) => weekday.format(midnight(date))).join(' – '),
      month: (index: number) => month.format(new Date(Date.UTC(2026, index, 1))),
    };
  }, [t, language]);
}

const midnight = (date: string) => new Date(`${date}T00:00:00Z`);
