import type { Figure, Figures } from '#contracts/oversight.http.js';
import { csvOf } from '../csv.js';

type Cell = string | number | null;

const HEAD = [
  'measure',
  'clock',
  'from',
  'to',
  'time_zone',
  'department',
  'name_en',
  'name_zh',
  'n',
  'median_hours',
  'p75_hours',
  'p90_hours',
  'p95_hours',
  'mean_hours',
  'within_deadline',
  'with_deadline',
  'within_5x24h',
  'within_7x24h',
  'open_now',
  'longest_open_hours',
  'max_error',
  'as_of',
  'history_behind',
];

/** Every measure and department a line, for programs: the same columns in every language. */
export function reportCsv(all: readonly Figures[]): string {
  return csvOf([HEAD, ...all.flatMap(linesOf)]);
}

function linesOf(figures: Figures): Cell[][] {
  const line = (slug: string, names: { en: string; zh: string }, figure: Figure): Cell[] => [
    figures.measure,
    figures.clock,
    figures.from,
    figures.to,
    figures.zone.timeZone,
    slug,
    names.en,
    names.zh,
    ...numbersOf(figure),
    figures.maxError,
    figures.asOf,
    String(figures.isHistoryBehind),
  ];
  return [
    line('', { en: 'All together', zh: '合计' }, figures.total),
    ...figures.groups.map((group) => line(group.key, group.label ?? { en: '', zh: '' }, group)),
  ];
}

function numbersOf({ n, within, open, ...figure }: Figure): Cell[] {
  const { medianHours, p75Hours, p90Hours, p95Hours, meanHours } = figure;
  const hours = [medianHours, p75Hours, p90Hours, p95Hours, meanHours];
  const days = [figure.withinFiveDays, figure.withinSevenDays];
  return [n, ...hours, within.n, within.of, ...days, open?.n ?? null, open?.longestHours ?? null];
}
