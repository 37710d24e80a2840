import type { TFunction } from 'i18next';
import type { Figure } from '#contracts/oversight.http.js';
import { isLasting, type Measure } from '#domain/oversight/measure.js';
import type { Format } from '../../lib/format.js';

/** Fewer than this, and a percentile is the time of one or two people. */
export const SMALL_N = 20;

export const DURATIONS = ['medianHours', 'p75Hours', 'p90Hours', 'p95Hours', 'meanHours'] as const;
export type DurationName = (typeof DURATIONS)[number];

/** Hours with two decimals, and days beside them from one day on. */
export function hoursWords(hours: number | null, format: Format): string {
  if (hours === null) return '–';
  return hours < 24 ? joined(format.hours(hours)) : `${joined(format.hours(hours))} · ${joined(format.days(hours))}`;
}

/** A number does not part from its unit at the end of a line. */
function joined(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}

/** "94.8 % (380 of 401)", or a dash where nothing was promised. */
export function withinWords({ within }: Pick<Figure, 'within'>, t: TFunction, format: Format): string {
  if (within.share === null) return '–';
  const [n, of] = [format.number(within.n), format.number(within.of)];
  return t('oversight.withinWords', { share: format.percent(within.share), n, of });
}

export function hasDurations(measure: Measure): boolean {
  return isLasting(measure);
}
