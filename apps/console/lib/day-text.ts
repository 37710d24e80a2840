import { MINUTES_PER_DAY } from '#domain/assignment/working-hours.js';

export interface Stretch {
  from: number;
  to: number;
}

/** Also what Chinese keyboards type. */
const BETWEEN_STRETCHES = /[,;，；、]/;
const STRETCH = /^(\d{1,2})(?:[:：.](\d{2}))?\s*[-–—−~～至到]\s*(\d{1,2})(?:[:：.](\d{2}))?$/;

/** "9:00–12:00, 13:30–18:00" as minutes after midnight, in order; null where it cannot be read, overlaps or ends too late. */
export function parseDay(text: string, lastMinute = MINUTES_PER_DAY): Stretch[] | null {
  const parts = text
    .split(BETWEEN_STRETCHES)
    .map((part) => part.trim())
    .filter(Boolean);
  const stretches = parts.map((part) => parseStretch(part, lastMinute)).sort((a, b) => (a?.from ?? 0) - (b?.from ?? 0));
  const read = stretches.flatMap((stretch) => stretch ?? []);
  if (read.length < parts.length) return null;
  return read.some((stretch, index) => stretch.from < (read[index - 1]?.to ?? 0)) ? null : read;
}

function parseStretch(text: string, lastMinute: number): Stretch | null {
  const [, fromHour, fromMinute, toHour, toMinute] = STRETCH.exec(text) ?? [];
  const from = minutesOf(fromHour, fromMinute);
  const to = minutesOf(toHour, toMinute);
  if (from === null || to === null || from >= MINUTES_PER_DAY || to > lastMinute) return null;
  return from < to ? { from, to } : null;
}

function minutesOf(hour: string | undefined, minute = '0'): number | null {
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 ? minutes : null;
}

export function dayText(stretches: readonly Stretch[]): string {
  return stretches.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ');
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
