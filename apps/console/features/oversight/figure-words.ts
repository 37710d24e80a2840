import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FigureGroup, type FigureGroupView, NO_ONE } from '#contracts/oversight.http.js';
import { PRIORITIES } from '#domain/conversations/priority.js';
import { REGISTERS } from '#domain/oversight/measure.js';
import type { Format } from '../../lib/format.js';
import { hourWords, weekdayWords } from '../../lib/hour-words.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { LOCALE } from '../../lib/languages.js';

type Named = Pick<FigureGroupView, 'key' | 'label'>;

interface Words {
  t: TFunction;
  format: Format;
  localised: (name: { en: string; zh: string }) => string;
}

/** What a group is called: by the api where it has a name, else by its key. The same function until the language changes. */
export function useGroupName(): (groupBy: FigureGroup, group: Named) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const localised = useLocalised();
  return useMemo(() => {
    const words = { t, format, localised };
    return (groupBy, group) => nameOf(words, groupBy, group);
  }, [t, format, localised]);
}

function nameOf({ t, format, localised }: Words, groupBy: FigureGroup, { key, label }: Named): string {
  if (label) return localised(label);
  if (key === NO_ONE && isWithout(groupBy)) return t(`oversight.without.${groupBy}`);
  if (groupBy === 'priority') return wordOf(PRIORITIES, key, (priority) => t(`triage.priority.${priority}`));
  if (groupBy === 'register') return wordOf(REGISTERS, key, (register) => t(`oversight.registers.${register}`));
  if (groupBy === 'language') return languageWords(t, format, key);
  return timeWords(format, groupBy, key) ?? key;
}

function timeWords(format: Format, groupBy: FigureGroup, key: string): string | null {
  const locale = LOCALE[format.language];
  const [weekday, hour] = key.split('-').map(Number);
  if (groupBy === 'day') return format.localDate(key);
  if (groupBy === 'month') return monthWords(key, locale);
  if (groupBy === 'hour') return hourWords(Number(key));
  if (groupBy !== 'weekday-hour' || weekday === undefined || hour === undefined) return null;
  return `${weekdayWords(weekday, locale)} ${hourWords(hour)}`;
}

function languageWords(t: TFunction, format: Format, key: string): string {
  if (key === 'und' || !/^[a-z]{2,8}$/.test(key)) return t('oversight.without.language');
  return new Intl.DisplayNames([LOCALE[format.language]], { type: 'language' }).of(key) ?? key;
}

function isWithout(groupBy: FigureGroup): groupBy is 'officer' | 'class' | 'register' {
  return groupBy === 'officer' || groupBy === 'class' || groupBy === 'register';
}

function wordOf<Code extends string>(codes: readonly Code[], key: string, say: (code: Code) => string): string {
  const code = codes.find((one) => one === key);
  return code ? say(code) : key;
}

function monthWords(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
