import { z } from 'zod';
import { RESPONSE_TIME_GROUPS } from '#contracts/oversight.http.js';

export const PRESETS = ['all', 'd7', 'd30', 'd90', 'd365', 'own'] as const;
export type Preset = (typeof PRESETS)[number];
const DAYS: Partial<Record<Preset, number>> = { d7: 7, d30: 30, d90: 90, d365: 365 };

const rangeSchema = z.object({
  preset: z.enum(PRESETS).catch('all'),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  department: z.string().optional().catch(undefined),
  groupBy: z.enum(RESPONSE_TIME_GROUPS).catch('department'),
});
export type OversightRange = z.output<typeof rangeSchema>;

export function rangeFrom(search: URLSearchParams): OversightRange {
  return rangeSchema.parse(Object.fromEntries(search));
}

/** The local dates of a preset, today included. `now` and the zone are the viewer's. */
export function datesOf(
  { preset, from, to }: OversightRange,
  now: Date,
  timeZone: string,
): { from?: string; to?: string } {
  if (preset === 'own') return { from, to };
  const days = DAYS[preset];
  if (days === undefined) return {};
  const today = localDate(now, timeZone);
  return { from: addDays(today, 1 - days), to: today };
}

/** ISO date of an instant in a zone. */
export function localDate(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
}

function addDays(date: string, days: number): string {
  const instant = new Date(`${date}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}
