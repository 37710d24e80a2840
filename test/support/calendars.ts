import { randomUUID } from 'node:crypto';
import type { CalendarDraft, CalendarView } from '#contracts/calendars.http.js';
import type { OfficerClient } from './clients.js';

/** 7.5 hours, Monday to Friday. */
const OFFICE = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: 540, to: 720 },
  { weekday, from: 810, to: 1_080 },
]);

export const calendarDraft = (fields: Partial<CalendarDraft> = {}): CalendarDraft => ({
  name: { en: 'Office', zh: '办公' },
  timeZone: 'Asia/Shanghai',
  weekly: OFFICE,
  holidays: null,
  exceptions: [],
  ...fields,
});

export const dayOff = (date: string) => ({ date, name: null, intervals: [] });

export async function createCalendar(
  client: OfficerClient,
  fields: Partial<CalendarDraft> = {},
): Promise<CalendarView> {
  const id = randomUUID();
  const body = { id, slug: `office-${id.slice(0, 8)}`, ...calendarDraft(fields), why: 'To begin with' };
  const { status, body: made } = await client.send('POST', '/api/calendars', body);
  if (status !== 201) throw new Error(`was answered ${status}: ${JSON.stringify(made)}`);
  return made;
}
