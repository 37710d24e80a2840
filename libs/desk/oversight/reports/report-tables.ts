import type { Figure, Figures } from '#contracts/oversight.http.js';
import { isLasting } from '#domain/oversight/measure.js';
import { REPORT_COLUMNS, type ReportColumn, type ReportWords } from './report-words.js';

/** One measure as a table of words. */
export interface ReportTable {
  title: string;
  means: string;
  columns: readonly ReportColumn[];
  /** The total first. */
  rows: readonly Record<ReportColumn, string>[];
}

/** Fewer than these are marked. */
const SMALL_N = 20;

export function reportTable(figures: Figures, words: ReportWords): ReportTable {
  const { measure, total, groups } = figures;
  const lasts = isLasting(measure);
  const named = groups.map((group) => ({
    name: group.label?.[words.htmlLang === 'en' ? 'en' : 'zh'] || group.key,
    figure: group,
  }));
  const rows = [{ name: words.all, figure: total }, ...(named.length > 1 ? named : [])];
  return {
    title: words.measures[measure],
    means: words.means[measure],
    columns: lasts ? REPORT_COLUMNS : ['department', 'n'],
    rows: rows.map(({ name, figure }) => rowOf({ name, figure, lasts, words })),
  };
}

interface Row {
  name: string;
  figure: Figure;
  lasts: boolean;
  words: ReportWords;
}

function rowOf({ name, figure, lasts, words }: Row): Record<ReportColumn, string> {
  const number = new Intl.NumberFormat(words.locale);
  const share = new Intl.NumberFormat(words.locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const hours = (value: number | null) => hoursWords(value, words);
  const { n, within, open } = figure;
  return {
    department: name,
    n: lasts && n > 0 && n < SMALL_N ? `${number.format(n)} *` : number.format(n),
    median: hours(figure.medianHours),
    p75: hours(figure.p75Hours),
    p90: hours(figure.p90Hours),
    p95: hours(figure.p95Hours),
    mean: hours(figure.meanHours),
    within:
      within.share === null
        ? '–'
        : `${share.format(within.share)} ${words.of(number.format(within.n), number.format(within.of))}`,
    open: open ? number.format(open.n) : '–',
    longest: hours(open?.longestHours ?? null),
  };
}

function hoursWords(hours: number | null, { locale, hours: hour, days: day }: ReportWords): string {
  if (hours === null) return '–';
  const two = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return hours < 24
    ? `${two.format(hours)} ${hour}`
    : `${two.format(hours)} ${hour} · ${one.format(hours / 24)} ${day}`;
}
