import type { Stretch } from '#domain/deadlines/calendar-days.js';
import type { WorkingCalendar } from '#domain/deadlines/working-time.js';

const MINUTE = 60_000;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const SHOWN = /^(\w+), (\d+)\/(\d+)\/(\d+), (\d+):(\d+)$/;

/** What the clock on the wall of a zone showed, minute by minute, as Intl tells it: no arithmetic with offsets. */
export interface Wall {
  timeZone: string;
  start: number;
  minutes: { date: string; dayBefore: string; weekday: number; minute: number }[];
}

export function wallOf(timeZone: string, startsOn: string, days: number): Wall {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...{ weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
  });
  const start = Date.parse(`${startsOn}T00:00:00Z`);
  const minutes = Array.from({ length: days * 1_440 }, (_, index) => {
    const [, weekday = '', day, month, year, hour, minute] = SHOWN.exec(format.format(start + index * MINUTE)) ?? [];
    const noon = Date.parse(`${year}-${month}-${day}T12:00:00Z`);
    return {
      date: `${year}-${month}-${day}`,
      dayBefore: new Date(noon - 24 * 60 * MINUTE).toISOString().slice(0, 10),
      weekday: WEEKDAYS.indexOf(weekday) + 1,
      minute: Number(hour) * 60 + Number(minute),
    };
  });
  return { timeZone, start, minutes };
}

/** The rule of working time as it is written down, asked of every minute on the wall. Slow, and hard to get wrong. */
export class MinuteByMinute {
  /** Per minute: 1 where it is working time. */
  private readonly isWorking: Uint8Array;
  /** By date: the end of the last minute that belongs to an interval which begins on it. */
  private readonly ends = new Map<string, number>();

  constructor(
    private readonly calendar: WorkingCalendar,
    private readonly wall: Wall,
  ) {
    this.isWorking = new Uint8Array(wall.minutes.length);
    for (let first = 0; first < wall.minutes.length; ) first = this.watchDate(first);
  }

  /** Goes through the minutes that show the same date, and returns where the next date begins. */
  private watchDate(first: number): number {
    const { minutes, start } = this.wall;
    const { date, dayBefore, weekday } = minutes[first] ?? { date: '', dayBefore: '', weekday: 0 };
    const today = this.beginningOn(date, weekday);
    const yesterday = this.beginningOn(dayBefore, weekday === 1 ? 7 : weekday - 1);
    let [endOfToday, endOfYesterday] = [0, 0];
    let index = first;
    for (; minutes[index]?.date === date; index += 1) {
      const minute = minutes[index]?.minute ?? 0;
      const isToday = today.some(({ from, to }) => from <= minute && minute < to);
      const isLate = yesterday.some(({ from, to }) => from <= minute + 1_440 && minute + 1_440 < to);
      if (isToday) endOfToday = start + (index + 1) * MINUTE;
      if (isLate) endOfYesterday = start + (index + 1) * MINUTE;
      this.isWorking[index] = isToday || isLate ? 1 : 0;
    }
    if (endOfToday > 0) this.ends.set(date, endOfToday);
    if (endOfYesterday > 0) this.ends.set(dayBefore, endOfYesterday);
    return index;
  }

  /** Infinity: later than the wall was watched. */
  add(from: number, ms: number): number {
    if (ms === 0) return from;
    let left = ms;
    for (let index = this.indexOf(from); index < this.isWorking.length; index += 1) {
      if (!this.isWorking[index]) continue;
      const begins = Math.max(from, this.wall.start + index * MINUTE);
      const length = this.wall.start + (index + 1) * MINUTE - begins;
      if (length >= left) return begins + left;
      left -= length;
    }
    return Number.POSITIVE_INFINITY;
  }

  between(from: number, to: number): number {
    const { isWorking } = this;
    let sum = 0;
    const last = this.indexOf(to);
    for (let index = this.indexOf(from); index <= last; index += 1) {
      if (!isWorking[index]) continue;
      const begins = this.wall.start + index * MINUTE;
      sum += Math.max(0, Math.min(to, begins + MINUTE) - Math.max(from, begins));
    }
    return sum;
  }

  /** Infinity: later than the wall was watched. */
  endOfDay(from: number, days: number): number {
    const today = this.wall.minutes[this.indexOf(from)]?.date ?? '';
    const later = [...this.ends.keys()].filter((date) => date > today).sort();
    const date = later[days - 1];
    const isWhole = date !== undefined && date < (this.wall.minutes.at(-1)?.dayBefore ?? '');
    return isWhole ? (this.ends.get(date) ?? Number.NaN) : Number.POSITIVE_INFINITY;
  }

  private indexOf(instant: number): number {
    return Math.floor((instant - this.wall.start) / MINUTE);
  }

  private beginningOn(date: string, weekday: number): readonly Stretch[] {
    const said = this.calendar.days.find((day) => day.date === date);
    return said ? said.intervals : this.calendar.weekly.filter((interval) => interval.weekday === weekday);
  }
}
