import { instantOf, type Wall, wallOf, weekdayOf } from '../time/wall-clock.js';

const MORNING = 9;
/** Later today is no later than this hour. */
const EVENING = 18;
const LATER_HOURS = 3;

export type SnoozePreset = 'later-today' | 'tomorrow' | 'next-week';

export interface SnoozeTime {
  preset: SnoozePreset;
  at: Date;
}

/** Times to choose from, by the clock on the department's wall: in three hours but not at night, tomorrow at nine, Monday at nine. */
export function snoozeTimes(now: Date, timeZone: string): SnoozeTime[] {
  const today = wallOf(now, timeZone);
  const later = { ...today, hour: Math.max(MORNING, today.hour + LATER_HOURS), minute: 0 };
  const times: SnoozeTime[] = [
    { preset: 'tomorrow', at: instantOf({ ...today, day: today.day + 1, hour: MORNING, minute: 0 }, timeZone) },
    {
      preset: 'next-week',
      at: instantOf({ ...today, day: today.day + daysToMonday(today), hour: MORNING, minute: 0 }, timeZone),
    },
  ];
  return later.hour <= EVENING ? [{ preset: 'later-today', at: instantOf(later, timeZone) }, ...times] : times;
}

const daysToMonday = (today: Wall) => 8 - weekdayOf(today);

/** True where the snooze ends after an answer was promised. */
export function isPastPromise(until: Date, answerDueAt: Date | null): boolean {
  return answerDueAt !== null && until.getTime() > answerDueAt.getTime();
}
