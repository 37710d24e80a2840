import type { Figure, Figures, OversightLive } from '#contracts/oversight.http.js';
import { csvOf } from './csv.js';

const COLUMNS = [
  ...['key', 'name_en', 'name_zh', 'n', 'median_hours', 'p75_hours', 'p90_hours', 'p95_hours', 'mean_hours'],
  ...['within_deadline', 'with_deadline', 'within_share', 'within_5_days', 'within_7_days', 'timed'],
  ...['open_now', 'longest_open_hours', 'longest_open_since'],
  ...['measure', 'clock', 'from', 'to', 'time_zone', 'exact', 'max_error', 'as_of', 'lag_seconds', 'history_behind'],
] as const;

/** The total first, then every group; each row says what it is about, so that it can be taken out of its file. */
export function figuresCsv(figures: Figures): string {
  const { measure, clock, from, to, zone, exact, maxError, asOf, lagSeconds, isHistoryBehind } = figures;
  const about = [
    measure,
    clock,
    from,
    to,
    zone.timeZone,
    String(exact),
    maxError,
    asOf,
    lagSeconds,
    String(isHistoryBehind),
  ];
  return csvOf([
    COLUMNS,
    ['', 'Total', '合计', ...cellsOf(figures.total), ...about],
    ...figures.groups.map((group) => [
      group.key,
      group.label?.en ?? group.key,
      group.label?.zh ?? group.key,
      ...cellsOf(group),
      ...about,
    ]),
  ]);
}

function cellsOf(figure: Figure): (number | string | null)[] {
  const { n, medianHours, p75Hours, p90Hours, p95Hours, meanHours, within, open } = figure;
  return [
    ...[n, medianHours, p75Hours, p90Hours, p95Hours, meanHours, within.n, within.of, within.share],
    ...[figure.withinFiveDays, figure.withinSevenDays, figure.timed],
    ...[open?.n ?? null, open?.longestHours ?? null, open?.longestSince ?? null],
  ];
}

const LIVE_COLUMNS = [
  ...['department', 'name_en', 'name_zh', 'waiting', 'overdue', 'unassigned', 'longest_waiting_since'],
  ...['answered_today', 'median_hours_today', 'officers_present', 'today_from', 'computed_at', 'history_behind'],
];

export function liveCsv({ total, departments, todayFrom, computedAt, isHistoryBehind }: OversightLive): string {
  const rowOf = (figure: OversightLive['total']) => [
    ...[figure.waiting, figure.overdue, figure.unassigned, figure.longestWaitingSince, figure.answeredToday],
    ...[figure.medianHoursToday, figure.officersPresent, todayFrom, computedAt, String(isHistoryBehind)],
  ];
  return csvOf([
    LIVE_COLUMNS,
    ['', 'Total', '合计', ...rowOf(total)],
    ...departments.map((department) => [department.slug, department.name.en, department.name.zh, ...rowOf(department)]),
  ]);
}
