import type { Figure, FigureGroupView, Figures, FiguresQuery } from '#contracts/oversight.http.js';
import { addDays } from '#domain/deadlines/calendar-days.js';
import { startOfLocalDay } from '#domain/oversight/local-days.js';
import { linkOf, openLinkOf } from './figure-links.js';
import { type FigureNumbers, NO_NUMBERS, type NumbersByKey } from './figure-numbers.js';
import { type FiguresSelection, rangeIn } from './figures-selection.js';
import { isInTime } from './group-keys.js';
import type { Label } from './labels.queries.js';
import type { Lag } from './lag.queries.js';
import type { OpenByKey, OpenNumbers } from './open-figures.queries.js';
import { SKETCH_ERROR } from './sketch.js';

const HOUR_MS = 3_600_000;

export interface FoundFigures {
  query: FiguresQuery;
  selection: FiguresSelection;
  numbers: NumbersByKey;
  open: OpenByKey | null;
  labels: ReadonlyMap<string, Label>;
  lag: Lag;
  isExact: boolean;
  now: Date;
}

export function figuresView(found: FoundFigures): Figures {
  const { query, selection, numbers, lag, isExact, now } = found;
  const { measure, clock, groupBy, from, to, zone, ownZone } = selection;
  const timeZone = zone ?? ownZone;
  const range = timeZone ? rangeIn(timeZone, { from, to }) : {};
  return {
    ...{ measure, clock, groupBy, from, to },
    days: groupBy === 'day' && timeZone ? daysIn(timeZone, [...numbers.groups.keys()]) : {},
    zone: {
      of: query.timeZone !== undefined && timeZone === query.timeZone ? 'asked' : 'department',
      timeZone,
      isAsAsked: query.timeZone === undefined || timeZone === query.timeZone,
    },
    exact: isExact,
    maxError: isExact ? 0 : SKETCH_ERROR,
    asOf: lag.asOf.toISOString(),
    lagSeconds: lag.lagSeconds,
    isLagging: lag.isLagging,
    isHistoryBehind: lag.isHistoryBehind,
    computedAt: now.toISOString(),
    answeredFrom: range.since ?? null,
    answeredTo: range.before ?? null,
    total: figureView(found, numbers.total, found.open?.total),
    groups: groupsView(found),
  };
}

function figureView(
  { query, selection, now }: FoundFigures,
  numbers: FigureNumbers,
  open?: OpenNumbers,
  key?: string,
): Figure {
  const { n, judged, within, withinFiveDays, withinSevenDays, timed, sumMs, percentilesMs } = numbers;
  const [median = null, p75 = null, p90 = null, p95 = null] = percentilesMs.map(inHours);
  return {
    n,
    medianHours: median,
    p75Hours: p75,
    p90Hours: p90,
    p95Hours: p95,
    meanHours: timed > 0 ? inHours(sumMs / timed) : null,
    within: { n: within, of: judged, share: judged > 0 ? Math.round((within / judged) * 10_000) / 10_000 : null },
    ...{ withinFiveDays, withinSevenDays, timed },
    opens: linkOf(query, selection, key),
    open: open
      ? {
          n: open.n,
          longestSince: open.since?.toISOString() ?? null,
          longestHours: inHours(open.since ? Math.max(0, now.getTime() - open.since.getTime()) : null),
          opens: openLinkOf(query, selection, key),
        }
      : null,
  };
}

/** Also of those in which nothing ended yet and somebody waits: they belong in the picture. */
function groupsView(found: FoundFigures): FigureGroupView[] {
  const { numbers, open, labels, selection } = found;
  if (selection.groupBy === 'none') return [];
  const keys = new Set([...numbers.groups.keys(), ...(open?.groups?.keys() ?? [])]);
  const groups = [...keys].map((key): FigureGroupView => {
    const label = labels.get(key);
    const name = label?.name ?? key;
    const ofOpen = open?.groups ? (open.groups.get(key) ?? { n: 0, since: null }) : undefined;
    const figure = figureView(found, numbers.groups.get(key) ?? NO_NUMBERS, ofOpen, name);
    return { key: name, label: label ? { en: label.en, zh: label.zh } : null, ...figure };
  });
  return groups.sort(isInTime(selection.groupBy) ? byKey : byNumber);
}

function byNumber(a: FigureGroupView, b: FigureGroupView): number {
  return b.n - a.n || (b.open?.n ?? 0) - (a.open?.n ?? 0) || byKey(a, b);
}

const inOrder = new Intl.Collator('en', { numeric: true });

function byKey(a: FigureGroupView, b: FigureGroupView): number {
  return inOrder.compare(a.key, b.key);
}

function daysIn(timeZone: string, dates: readonly string[]): Figures['days'] {
  const start = (date: string) => startOfLocalDay(timeZone, date).toISOString();
  return Object.fromEntries(
    dates.map((date) => [date, { answeredFrom: start(date), answeredTo: start(addDays(date, 1)) }]),
  );
}

/** To a hundredth: of seconds that are whole, a half is rounded up as on paper. */
export function inHours(ms: number | null): number | null {
  return ms === null ? null : Math.round(Number((ms / (HOUR_MS / 100)).toFixed(6))) / 100;
}
