import type { CalendarDraft, CalendarView } from '#contracts/calendars.http.js';
import { isDate } from '#domain/deadlines/calendar-days.js';
import { dayText, parseDay } from '../../lib/day-text.js';
import { WEEKDAYS } from './week-words.js';

/** Over midnight, to the end of the next day. */
const LAST_MINUTE = 2_880;

export interface ExceptionFields {
  /** Tells rows apart while their dates are typed. */
  key: number;
  date: string;
  name: { en: string; zh: string };
  hours: string;
}

/** A calendar as it stands in the fields. */
export interface CalendarForm {
  slug: string;
  name: { en: string; zh: string };
  timeZone: string;
  /** Monday first. */
  days: string[];
  /** Empty: none, or all of it. */
  country: string;
  state: string;
  region: string;
  exceptions: ExceptionFields[];
  why: string;
}

/** With hours that a new one may begin from. */
export function newForm(timeZone: string): CalendarForm {
  const office = '9:00–12:00, 13:00–17:00';
  return {
    slug: '',
    name: { en: '', zh: '' },
    timeZone,
    days: WEEKDAYS.map((weekday) => (weekday < 6 ? office : '')),
    ...{ country: '', state: '', region: '', exceptions: [], why: '' },
  };
}

export function formOf({ slug, name, timeZone, weekly, holidays, days }: CalendarView): CalendarForm {
  const own = days.filter(({ origin }) => origin === 'exception');
  return {
    slug,
    name,
    timeZone,
    days: WEEKDAYS.map((weekday) => dayText(weekly.filter((interval) => interval.weekday === weekday))),
    country: holidays?.country ?? '',
    state: holidays?.state ?? '',
    region: holidays?.region ?? '',
    exceptions: own.map((day, key) => ({
      key,
      date: day.date,
      name: day.name ?? { en: '', zh: '' },
      hours: dayText(day.intervals),
    })),
    why: '',
  };
}

export type FormProblem =
  | 'slug'
  | 'name'
  | 'why'
  | `day-${number}`
  | `date-${number}`
  | `twice-${number}`
  | `hours-${number}`;

export function problemsOf(form: CalendarForm): Set<FormProblem> {
  const problems = new Set<FormProblem>(timeProblems(form));
  if (!/^[a-z0-9-]{2,100}$/.test(form.slug)) problems.add('slug');
  if (!form.name.en.trim() || !form.name.zh.trim()) problems.add('name');
  if (!form.why.trim()) problems.add('why');
  return problems;
}

/** Those that stand against working out a year. */
export function timeProblems({ days, exceptions }: CalendarForm): FormProblem[] {
  const week = days.flatMap((text, index): FormProblem[] => (read(text) ? [] : [`day-${index}`]));
  const seen = new Set<string>();
  const dated = exceptions.flatMap(({ key, date, hours }): FormProblem[] => {
    const problems: FormProblem[] = read(hours) ? [] : [`hours-${key}`];
    if (!isDate(date)) problems.push(`date-${key}`);
    else if (seen.has(date)) problems.push(`twice-${key}`);
    seen.add(date);
    return problems;
  });
  return [...week, ...dated];
}

/** Hours that touch are one stretch. */
const read = (text: string) => parseDay(text, LAST_MINUTE);

/** What is sent; only of a form whose times can be read. */
export function draftOf({ name, timeZone, days, country, state, region, exceptions }: CalendarForm): CalendarDraft {
  return {
    name: { en: name.en.trim(), zh: name.zh.trim() },
    timeZone,
    weekly: days.flatMap((text, index) => stretches(text).map((stretch) => ({ weekday: index + 1, ...stretch }))),
    holidays: country ? { country, state: state || null, region: region || null } : null,
    exceptions: exceptions.map((day) => ({
      date: day.date,
      name: day.name.en.trim() || day.name.zh.trim() ? day.name : null,
      intervals: stretches(day.hours),
    })),
  };
}

function stretches(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of read(text) ?? []) {
    const before = found.at(-1);
    if (before?.to === from) before.to = to;
    else found.push({ from, to });
  }
  return found;
}
