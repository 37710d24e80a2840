import type { TFunction } from 'i18next';
import type { Format } from '../../lib/format.js';
import { hourWords, weekdayWords } from '../../lib/hour-words.js';
import { LOCALE } from '../../lib/languages.js';
import type { FilterWords } from './filter-words.js';
import type { InboxFilter } from './inbox-filter.js';

const HOUR_MS = 3_600_000;

/** All that says nothing without the measure: it goes with it. */
const MEASURED = [
  ...['measure', 'measuredFrom', 'measuredTo', 'measuredMonth', 'measuredZone', 'measuredHour', 'measuredWeekday'],
  ...['measuredBy', 'register', 'measuredWithin', 'measuredWithinHours'],
];

/** Which figure of oversight these rows are behind. */
export function measuredWords(
  t: TFunction,
  format: Format,
  { filter, officer }: { filter: InboxFilter; officer: (id: string) => string },
): FilterWords[] {
  const { measure, openMeasure, class: classes } = filter;
  const said: FilterWords[] = [];
  if (classes) {
    const codes = classes.map((code) => (code === 'none' ? t('oversight.without.class') : code));
    said.push({ words: `${t('oversight.key.class')}: ${codes.join(', ')}`, names: ['class'] });
  }
  if (openMeasure) {
    const name = t(`oversight.measures.${openMeasure}`);
    said.push({ words: t('oversight.chips.open', { measure: name }), names: ['openMeasure'] });
  }
  if (!measure) return said;
  const name = t(`oversight.measures.${measure}`);
  said.push({ words: [name, periodWords(t, format, filter)].filter(Boolean).join(': '), names: MEASURED });
  return [...said, ...narrowedWords(t, format, { filter, officer })];
}

function periodWords(t: TFunction, format: Format, filter: InboxFilter): string {
  const { measuredFrom, measuredTo, measuredMonth, measuredZone } = filter;
  const from = measuredFrom && format.localDate(measuredFrom);
  const to = measuredTo && format.localDate(measuredTo);
  const days = from === to ? from : t('oversight.chips.days', { from: from ?? '', to: to ?? '' });
  return [from || to ? days : undefined, measuredMonth, measuredZone].filter(Boolean).join(', ');
}

function narrowedWords(
  t: TFunction,
  format: Format,
  { filter, officer }: { filter: InboxFilter; officer: (id: string) => string },
): FilterWords[] {
  const { measuredHour, measuredWeekday, measuredBy, register, measuredWithin, measuredWithinHours } = filter;
  const said: FilterWords[] = [];
  const weekday = measuredWeekday && weekdayWords(measuredWeekday, LOCALE[format.language]);
  const hour = measuredHour === undefined ? undefined : hourWords(measuredHour);
  if (weekday || hour) {
    said.push({ words: [weekday, hour].filter(Boolean).join(' '), names: ['measuredWeekday', 'measuredHour'] });
  }
  if (measuredBy) {
    const name = measuredBy === 'none' ? t('oversight.without.officer') : officer(measuredBy);
    said.push({ words: t('oversight.chips.by', { name }), names: ['measuredBy'] });
  }
  if (register) {
    const words = register === 'none' ? t('oversight.without.register') : t(`oversight.registers.${register}`);
    said.push({ words: `${t('oversight.key.register')}: ${words}`, names: ['register'] });
  }
  if (measuredWithin !== undefined) {
    said.push({
      words: t(measuredWithin ? 'oversight.chips.inTime' : 'oversight.chips.late'),
      names: ['measuredWithin'],
    });
  }
  if (measuredWithinHours) {
    const duration = format.duration(measuredWithinHours * HOUR_MS);
    said.push({ words: t('oversight.chips.within', { duration }), names: ['measuredWithinHours'] });
  }
  return said;
}
