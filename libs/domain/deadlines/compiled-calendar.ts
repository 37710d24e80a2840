import { MS_PER_DAY, type ZoneOffsets, zoneOffsets } from '../time/zone-offsets.js';
import { type CalendarDay, dayOfDate, type Stretch, weekdayOf } from './calendar-days.js';
import { joined } from './joined.js';
import type { WorkingCalendar } from './working-time.js';

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1_440;
const CACHED_DAYS = 75_000;
const NONE: readonly Stretch[] = [];

const known = new WeakMap<WorkingCalendar, CompiledCalendar>();

/** A calendar is a value: the same object is worked out once. */
export function compiled(calendar: WorkingCalendar): CompiledCalendar {
  const earlier = known.get(calendar);
  if (earlier) return earlier;
  const made = new CompiledCalendar(calendar);
  known.set(calendar, made);
  return made;
}

/** A calendar as instants, worked out day by day when they are asked for. Days are counted from 1970. */
export class CompiledCalendar {
  /** False: never any working time. */
  readonly hasHours: boolean;
  private readonly offsets: ZoneOffsets;
  private readonly weekdays: readonly (readonly Stretch[])[];
  private readonly dates: ReadonlyMap<number, readonly Stretch[]>;
  private readonly utcDays = new Map<number, readonly number[]>();

  constructor({ timeZone, weekly, days }: WorkingCalendar) {
    this.offsets = zoneOffsets(timeZone);
    this.weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
      joined(weekly.filter((interval) => interval.weekday === weekday)),
    );
    this.dates = new Map(days.map((day: CalendarDay) => [dayOfDate(day.date), joined(day.intervals)]));
    this.hasHours = [...this.weekdays, ...this.dates.values()].some((stretches) => stretches.length > 0);
  }

  /** Begin and end by turns, of the working time of a day of UTC, in order. */
  during(utcDay: number): readonly number[] {
    const earlier = this.utcDays.get(utcDay);
    if (earlier) return earlier;
    if (this.utcDays.size >= CACHED_DAYS) this.utcDays.clear();
    const made = this.offsets.during(utcDay).flatMap((span) => this.within(span));
    this.utcDays.set(utcDay, made);
    return made;
  }

  localDayOf(instant: number): number {
    return Math.floor((instant + this.offsets.at(instant)) / MS_PER_DAY);
  }

  /** When the last interval that begins on a date is over; null where there is none, or the clocks leap over all of it. */
  endOf(day: number): number | null {
    const midnight = day * MS_PER_DAY;
    const stretches = this.startingOn(day);
    let end: number | null = null;
    for (let utcDay = day - 1; stretches.length > 0 && utcDay <= day + 2; utcDay += 1) {
      for (const { from, to, offset } of this.offsets.during(utcDay)) {
        for (const stretch of stretches) {
          const begins = Math.max(midnight + stretch.from * MS_PER_MINUTE - offset, from);
          const ends = Math.min(midnight + stretch.to * MS_PER_MINUTE - offset, to);
          if (begins < ends) end = ends;
        }
      }
    }
    return end;
  }

  private within({ from, to, offset }: { from: number; to: number; offset: number }): number[] {
    const first = Math.floor((from + offset) / MS_PER_DAY);
    const last = Math.floor((to - 1 + offset) / MS_PER_DAY);
    const found: number[] = [];
    for (let day = first; day <= last; day += 1) {
      const midnight = day * MS_PER_DAY - offset;
      for (const stretch of this.showing(day)) {
        const begins = Math.max(midnight + stretch.from * MS_PER_MINUTE, from);
        const ends = Math.min(midnight + stretch.to * MS_PER_MINUTE, to);
        if (begins < ends) found.push(begins, ends);
      }
    }
    return found;
  }

  /** The working minutes between the midnights of a date: its own, and what runs over from the day before. */
  private showing(day: number): readonly Stretch[] {
    const over = this.startingOn(day - 1).filter(({ to }) => to > MINUTES_PER_DAY);
    const own = this.startingOn(day);
    if (over.length === 0 && own.every(({ to }) => to <= MINUTES_PER_DAY)) return own;
    const late = over.map(({ from, to }) => ({ from: from - MINUTES_PER_DAY, to: to - MINUTES_PER_DAY }));
    return joined([...late, ...own].map(clipped));
  }

  private startingOn(day: number): readonly Stretch[] {
    return this.dates.get(day) ?? this.weekdays[weekdayOf(day) - 1] ?? NONE;
  }
}

function clipped({ from, to }: Stretch): Stretch {
  return { from: Math.max(from, 0), to: Math.min(to, MINUTES_PER_DAY) };
}
