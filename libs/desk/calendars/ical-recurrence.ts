import type ICAL from 'ical.js';
import { type Refused, refuse } from './read-file.js';

type Later = (date: string) => string;

/**
 * What an event's dates are in each year in which it is again. Any rule but "the same date every year" is refused, not
 * followed: over one that never fits the library would count for ever.
 */
export function yearsOf(component: ICAL.Component, { first, to }: { first: string; to: string }): Later[] | Refused {
  const property = component.getFirstProperty('rrule');
  if (component.getFirstProperty('rdate')) return refuse('recurrence');
  if (!property) return [(date) => date];
  const rule: unknown = property.jCal[3];
  const { freq, until, count, interval, ...others } = recurrenceOf(rule);
  const isPlain = freq === 'YEARLY' && Object.entries(others).every(([part, value]) => fits(part, value, first));
  if (!isPlain) return refuse('recurrence');
  if (component.getFirstProperty('exdate')) return refuse('recurrence');
  const step = Number(interval ?? 1);
  if (!Number.isInteger(step) || step < 1) return refuse('recurrence');
  const last = until ? String(until).slice(0, 10) : to;
  const years: Later[] = [];
  for (let offset = 0; years.length < Number(count ?? 200) && offset < 200; offset += step) {
    if (inYear(first, offset) > last) break;
    years.push((date) => inYear(date, offset));
  }
  return years;
}

function recurrenceOf(rule: unknown): Record<string, unknown> {
  return typeof rule === 'object' && rule !== null ? { ...rule } : {};
}

/** "In the month and on the day on which it begins" says nothing new. */
function fits(part: string, value: unknown, first: string): boolean {
  if (part === 'wkst') return true;
  const own = part === 'bymonth' ? first.slice(5, 7) : part === 'bymonthday' ? first.slice(8, 10) : null;
  return own !== null && Number(value) === Number(own);
}

/** 29 February is left out of years that have none. */
function inYear(date: string, offset: number): string {
  return `${Number(date.slice(0, 4)) + offset}${date.slice(4)}`;
}
