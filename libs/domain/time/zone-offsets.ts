/** A stretch of real time during which a zone's clocks are `offset` ahead of UTC. All in ms. */
export interface OffsetSpan {
  from: number;
  to: number;
  offset: number;
}

export const MS_PER_DAY = 86_400_000;

/** Two centuries of days; more of them is a request that nobody makes by accident. */
const CACHED_DAYS = 75_000;

const zones = new Map<string, ZoneOffsets>();

/** Throws a RangeError for what is no time zone. */
export function zoneOffsets(timeZone: string): ZoneOffsets {
  const known = zones.get(timeZone);
  if (known) return known;
  const made = new ZoneOffsets(timeZone);
  zones.set(timeZone, made);
  return made;
}

/** Asking Intl takes a thousand times longer than arithmetic: each day of UTC is asked about once. */
export class ZoneOffsets {
  private readonly formatter: Intl.DateTimeFormat;
  private readonly days = new Map<number, readonly OffsetSpan[]>();

  constructor(timeZone: string) {
    this.formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  }

  /** The stretches of a day of UTC, counted from 1970: one, or two where the clocks change on it. */
  during(utcDay: number): readonly OffsetSpan[] {
    const known = this.days.get(utcDay);
    if (known) return known;
    if (this.days.size >= CACHED_DAYS) this.days.clear();
    const made = this.asked(utcDay * MS_PER_DAY, (utcDay + 1) * MS_PER_DAY);
    this.days.set(utcDay, made);
    return made;
  }

  at(instant: number): number {
    const spans = this.during(Math.floor(instant / MS_PER_DAY));
    return (spans.find(({ to }) => instant < to) ?? spans[0])?.offset ?? 0;
  }

  private asked(from: number, to: number): OffsetSpan[] {
    const [before, after] = [this.ask(from), this.ask(to)];
    if (before === after) return [{ from, to, offset: before }];
    const change = this.changeBetween(from, to);
    const spans = [
      { from, to: change, offset: before },
      { from: change, to, offset: after },
    ];
    return spans.filter((span) => span.from < span.to);
  }

  /** No zone has ever changed its clocks twice within a day. */
  private changeBetween(from: number, to: number): number {
    const before = this.ask(from);
    let [same, changed] = [from, to];
    while (changed - same > 1) {
      const middle = Math.floor((same + changed) / 2);
      if (this.ask(middle) === before) same = middle;
      else changed = middle;
    }
    return changed;
  }

  private ask(instant: number): number {
    const [, sign, hours, minutes, seconds = '0'] = OFFSET.exec(this.formatter.format(instant)) ?? [];
    if (sign === undefined) return 0;
    const ahead = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
    return sign === '+' ? ahead : -ahead;
  }
}

/** "GMT" alone is UTC itself; local mean times of before 1900 have seconds. */
const OFFSET = /GMT([+\-−])(\d+):(\d+)(?::(\d+))?/;
