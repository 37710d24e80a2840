import ICAL from 'ical.js';
import { EXCEPTIONS_LIMIT } from '#contracts/calendars.http.js';
import { addDays, dayOfDate, isDate, type Stretch } from '#domain/deadlines/calendar-days.js';
import type { ExceptionRow } from '#domain/deadlines/exception-rows.js';
import { refusedRow } from '#domain/deadlines/import-refusals.js';
import { MS_PER_DAY, zoneOffsets } from '#domain/time/zone-offsets.js';
import { yearsOf } from './ical-recurrence.js';
import { isRefused, type ReadFile, type Refused, refuse, unread } from './read-file.js';

/** Where the file is to be taken up. */
export interface Place {
  timeZone: string;
  /** The hours of a day on which the week's rest is worked, as no event says them. */
  workday: readonly Stretch[];
  /** Dates before and after are left out, both included. */
  from: string;
  to: string;
}

/** What turns the words that follow into their opposite: "non-working day", 不上班. */
const NOT_ENGLISH = String.raw`(?<!\b(?:non|not|no|never)[-\u2010\u2011\s]*(?:an?\s+|the\s+)?)`;
const NOT_CHINESE = '(?<!不|不用|不必|不需|不需要|[无無毋][需须須]|停止|[暂暫]停|免)';

/** The words by which calendars of China's make-up days say of a whole day that it is worked. */
const WORKED = new RegExp(
  `${NOT_CHINESE}(?:补班|補班|調班|上班)|[(（]班[)）]|` +
    String.raw`${NOT_ENGLISH}\b(?:make-?up (?:work(?:ing)? ?)?day|working (?:day|saturday|sunday))\b`,
  'i',
);
const LONGEST_DAYS = 366;

/**
 * An event of whole days: they are off, or worked like any other where its title says so. An event with times: only
 * then is worked. Events that repeat do so on the same date every year, or are refused.
 */
export function icalExceptions(text: string, place: Place): ReadFile {
  const read: ReadFile = { rows: [], refused: [] };
  const events = eventsOf(text);
  if (!events) return unread(refusedRow(1, 'not-ical'));
  for (const event of events) {
    const taken = rowsOf(event, place);
    if (isRefused(taken)) read.refused.push(refusedRow(event.line, taken.code, taken.detail));
    else read.rows.push(...taken);
    if (read.rows.length > EXCEPTIONS_LIMIT) return unread(refusedRow(event.line, 'too-many', EXCEPTIONS_LIMIT));
  }
  return read;
}

interface FileEvent {
  line: number;
  component: ICAL.Component;
}

/** With the line on which each begins, since that is how people find it; null for what is no iCalendar. */
function eventsOf(text: string): FileEvent[] | null {
  const lines = text.split(/\r?\n/).flatMap((line, index) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [index + 1] : []));
  const roots = rootsOf(text);
  if (!roots || roots.every((root) => root.name !== 'vcalendar')) return null;
  const components = roots.flatMap((root) => root.getAllSubcomponents('vevent'));
  return components.map((component, index) => ({ line: lines[index] ?? 1, component }));
}

/** The library throws whatever comes up over text that is malformed, most of it no error of its own. */
function rootsOf(text: string): ICAL.Component[] | null {
  try {
    const parsed: unknown = ICAL.parse(text);
    const isMany = Array.isArray(parsed) && Array.isArray(parsed[0]);
    return (isMany ? parsed : [parsed]).map((root) => new ICAL.Component(root));
  } catch {
    return null;
  }
}

/** As it is written, since decoding may throw. */
function written(component: ICAL.Component, name: string): string {
  return String(component.getFirstProperty(name)?.jCal[3] ?? '').trim();
}

function rowsOf({ line, component }: FileEvent, place: Place): ExceptionRow[] | Refused {
  if (written(component, 'status').toUpperCase() === 'CANCELLED') return [];
  const title = written(component, 'summary').slice(0, 120);
  const name = { en: title, zh: title };
  const begins = momentOf(component, 'dtstart', place.timeZone);
  const ends = momentOf(component, 'dtend', place.timeZone);
  if (isRefused(begins)) return begins;
  if (isRefused(ends)) return ends;
  if (!begins) return refuse('no-start');
  const years = yearsOf(component, { first: begins.date, to: place.to });
  if (isRefused(years)) return years;
  const once = begins.minute === null ? wholeDays({ begins, ends, title, place }) : timed(begins, ends);
  if (isRefused(once)) return once;
  return years
    .flatMap((later) => once.map(({ date, ...hours }) => ({ line, name, date: later(date), ...hours })))
    .filter(({ date }) => isDate(date) && date >= place.from && date <= place.to);
}

type Dated = Pick<ExceptionRow, 'date' | 'from' | 'to'>;

/** The end of a whole-day event is the day after its last. */
function wholeDays({
  begins,
  ends,
  title,
  place,
}: {
  begins: Moment;
  ends: Moment | null;
  title: string;
  place: Place;
}): Dated[] | Refused {
  const days = ends ? dayOfDate(ends.date) - dayOfDate(begins.date) : 1;
  if (days < 1) return refuse('order');
  if (days > LONGEST_DAYS) return refuse('too-long');
  const isWorked = WORKED.test(title);
  if (isWorked && place.workday.length === 0) return refuse('no-workday');
  const dates = Array.from({ length: days }, (_, index) => addDays(begins.date, index));
  if (!isWorked) return dates.map((date) => ({ date, from: '', to: '' }));
  return dates.flatMap((date) => place.workday.map(({ from, to }) => ({ date, from: clock(from), to: clock(to) })));
}

function timed(begins: Moment, ends: Moment | null): Dated[] | Refused {
  if (!ends || ends.minute === null || begins.minute === null) return refuse('no-end');
  const to = ends.minute + (dayOfDate(ends.date) - dayOfDate(begins.date)) * 1_440;
  if (to > 2_880) return refuse('too-long');
  return [{ date: begins.date, from: clock(begins.minute), to: clock(to) }];
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** On the wall clock of the calendar's zone; the minute is null of a date without a time. */
interface Moment {
  date: string;
  minute: number | null;
}

const WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}):\d{2}(Z?))?$/;

/** From the text of the file, not from the library's reading of it, which makes 2 March of 30 February. */
function momentOf(component: ICAL.Component, name: string, timeZone: string): Moment | Refused | null {
  const property = component.getFirstProperty(name);
  if (!property) return null;
  const [, date = '', hour, minute, utc] = WRITTEN.exec(String(property.jCal[3])) ?? [];
  if (!isDate(date)) return refuse('date', String(property.jCal[3]));
  if (hour === undefined) return { date, minute: null };
  const local = { date, minute: Number(hour) * 60 + Number(minute) };
  const zone = utc ? 'UTC' : (property.getFirstParameter('tzid') ?? timeZone);
  if (zone === timeZone) return local;
  return isZone(zone) ? moved(local, zone, timeZone) : refuse('zone', zone);
}

function isZone(zone: string): boolean {
  try {
    return zoneOffsets(zone) !== undefined;
  } catch {
    return false;
  }
}

function moved({ date, minute }: { date: string; minute: number }, fromZone: string, toZone: string): Moment {
  const wall = dayOfDate(date) * MS_PER_DAY + minute * 60_000;
  const near = zoneOffsets(fromZone);
  const instant = wall - near.at(wall - near.at(wall));
  const there = new Date(instant + zoneOffsets(toZone).at(instant)).toISOString();
  return { date: there.slice(0, 10), minute: Number(there.slice(11, 13)) * 60 + Number(there.slice(14, 16)) };
}
