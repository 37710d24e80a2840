import { zoneOffsets } from './zone-offsets.js';

/** What stands on a wall clock in the zone. */
export interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** What a clock in the zone shows, seconds left out. Throws a RangeError for what is no time zone. */
export function wallOf(at: Date, timeZone: string): Wall {
  const shown = new Date(at.getTime() + zoneOffsets(timeZone).at(at.getTime()));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
  };
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf({ year, month, day }: Wall): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** When a wall clock of the zone shows this; days and hours may run over. In the hour that spring leaves out: the hour after. */
export function instantOf(wall: Wall, timeZone: string): Date {
  const offsets = zoneOffsets(timeZone);
  const shown = utcOf(wall);
  const first = shown - offsets.at(shown);
  const second = shown - offsets.at(first);
  return new Date(utcOf(wallOf(new Date(second), timeZone)) === shown ? second : Math.max(first, second));
}

function utcOf({ year, month, day, hour, minute }: Wall): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** As YYYY-MM-DD on the zone's wall. */
export function dateOf(at: Date, timeZone: string): string {
  const { year, month, day } = wallOf(at, timeZone);
  return [year, month, day].map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

/** What a field for day and time holds, by a clock of the zone; null for what is none. */
export function instantOfLocal(local: string, timeZone: string): Date | null {
  const [year, month, day, hour, minute] = (LOCAL.exec(local) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return instantOf({ year, month, day, hour: hour ?? 0, minute: minute ?? 0 }, timeZone);
}

/** An IANA name. Offsets are none: they know no summer time, and PostgreSQL counts them the other way round. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return zoneOffsets(name) !== undefined;
  } catch {
    return false;
  }
}
