import { z } from 'zod';
import { type KeptForms, keptForms } from '../../lib/kept-form.js';
import type { Unsaved } from '../../lib/unsaved.js';
import type { CalendarForm } from './calendar-form.js';

const names = z.object({ en: z.string(), zh: z.string() });

/** By the slug of the calendar; a new one has none. */
export const KEPT_CALENDARS: KeptForms<CalendarForm> = {
  kind: 'calendar',
  schema: z.object({
    slug: z.string(),
    name: names,
    timeZone: z.string(),
    days: z.array(z.string()).length(7),
    country: z.string(),
    state: z.string(),
    region: z.string(),
    exceptions: z.array(z.object({ key: z.int(), date: z.string(), name: names, hours: z.string() })),
    why: z.string(),
  }),
};

export function unsavedCalendars(officerId: string): Unsaved[] {
  return keptForms(KEPT_CALENDARS, officerId).map(({ thing, form: { name, days, why } }) => ({
    kind: 'calendar',
    at: thing ? `/calendars/${encodeURIComponent(thing)}/edit` : '/calendars/new',
    text: [[name.en, name.zh].filter(Boolean).join(' · '), ...days, why].filter(Boolean).join('\n'),
  }));
}
