import type { OversightLive } from '#contracts/oversight.http.js';
import { inHours } from './figures.view.js';
import type { LiveRecord } from './live.queries.js';

type Figure = OversightLive['total'];

interface LiveFacts {
  officersPresent: number;
  medianSecondsToday: number | null;
  todayFrom: Date;
  isHistoryBehind: boolean;
  computedAt: Date;
}

export function liveView(
  records: readonly LiveRecord[],
  { officersPresent, medianSecondsToday, todayFrom, isHistoryBehind, computedAt }: LiveFacts,
): OversightLive {
  return {
    total: {
      ...records.map(figureView).reduce(sum, NOTHING),
      officersPresent,
      medianHoursToday: hoursOf(medianSecondsToday),
    },
    departments: records.map((record) => ({
      id: record.id,
      slug: record.slug,
      name: { en: record.nameEn, zh: record.nameZh },
      ...figureView(record),
    })),
    todayFrom: todayFrom.toISOString(),
    isHistoryBehind,
    computedAt: computedAt.toISOString(),
  };
}

function figureView(record: LiveRecord): Figure {
  return {
    waiting: record.waiting,
    overdue: record.overdue,
    unassigned: record.unassigned,
    longestWaitingSince: record.longestWaitingSince?.toISOString() ?? null,
    answeredToday: record.answeredToday,
    medianHoursToday: hoursOf(record.medianSecondsToday),
    officersPresent: record.officersPresent,
  };
}

const NOTHING: Figure = {
  waiting: 0,
  overdue: 0,
  unassigned: 0,
  longestWaitingSince: null,
  answeredToday: 0,
  medianHoursToday: null,
  officersPresent: 0,
};

function sum(one: Figure, other: Figure): Figure {
  const since = [one.longestWaitingSince, other.longestWaitingSince].filter((instant) => instant !== null).sort();
  return {
    waiting: one.waiting + other.waiting,
    overdue: one.overdue + other.overdue,
    unassigned: one.unassigned + other.unassigned,
    longestWaitingSince: since[0] ?? null,
    answeredToday: one.answeredToday + other.answeredToday,
    medianHoursToday: null,
    officersPresent: 0,
  };
}

function hoursOf(seconds: number | null): number | null {
  return inHours(seconds === null ? null : seconds * 1_000);
}
