import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MinuteByMinute, type Wall, wallOf } from '../../../test/support/minute-by-minute.js';
import {
  addWorkingTime,
  endOfWorkingDay,
  type WorkingCalendar,
  workingSpans,
  workingTimeBetween,
} from './working-time.js';

const DAYS = 11;
const DAY = 86_400_000;

/** Most begin some days before the clocks change, once at a time that no textbook mentions. */
const WALLS = [
  wallOf('Asia/Shanghai', '2026-02-10', DAYS),
  wallOf('UTC', '2024-02-26', DAYS),
  wallOf('Europe/Berlin', '2026-03-26', DAYS),
  wallOf('Europe/Berlin', '2026-10-21', DAYS),
  wallOf('Australia/Lord_Howe', '2026-10-01', DAYS),
  wallOf('Australia/Lord_Howe', '2026-04-01', DAYS),
  wallOf('Pacific/Apia', '2011-12-25', DAYS),
  wallOf('Pacific/Kwajalein', '1993-08-17', DAYS),
  wallOf('America/St_Johns', '2010-11-03', DAYS),
  wallOf('America/Asuncion', '2023-09-27', DAYS),
  wallOf('America/Havana', '2025-10-30', DAYS),
  wallOf('Asia/Kathmandu', '2025-12-27', DAYS),
  wallOf('Africa/Casablanca', '2026-02-11', DAYS),
];

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 1, max: 1_440 }), fc.boolean())
  .map(([from, length, isShort]) => ({ from, to: Math.min(2_880, from + (isShort ? Math.ceil(length / 6) : length)) }));

interface Case {
  wall: Wall;
  calendar: WorkingCalendar;
  questions: { from: number; to: number; ms: number; days: number }[];
}

/** Asking every minute takes long: each calendar is asked about ten times. */
const CALENDARS = 1_000;
const QUESTIONS = 10;

const someCase: fc.Arbitrary<Case> = fc.constantFrom(...WALLS).chain((wall) => {
  const dates = [...new Set(wall.minutes.map(({ date }) => date))];
  const named = fc
    .constantFrom(...dates)
    .chain((date) => fc.array(stretch, { maxLength: 2 }).map((intervals) => ({ date, name: null, intervals })));
  return fc.record({
    wall: fc.constant(wall),
    calendar: fc.record({
      timeZone: fc.constant(wall.timeZone),
      weekly: fc.array(
        fc.tuple(fc.integer({ min: 1, max: 7 }), stretch).map(([weekday, { from, to }]) => ({ weekday, from, to })),
        { maxLength: 8 },
      ),
      days: fc.uniqueArray(named, { maxLength: 4, selector: ({ date }) => date }),
    }),
    questions: fc.array(question(wall), { minLength: QUESTIONS, maxLength: QUESTIONS }),
  });
});

it('agrees with asking every minute on the wall, on a thousand random calendars asked ten times each', () => {
  fc.assert(
    fc.property(someCase, ({ wall, calendar, questions }) => {
      const slow = new MinuteByMinute(calendar, wall);
      const seen = wall.start + (DAYS - 2) * DAY;
      for (const { from, to, ms, days } of questions) {
        const between = slow.between(from, to);
        const [asked, until] = [new Date(from), new Date(to)];
        const spans = workingSpans(calendar, asked, until);
        expect({
          added: soon(addWorkingTime(calendar, asked, ms), seen),
          dayEnd: soon(endOfWorkingDay(calendar, asked, days), seen),
          between: workingTimeBetween(calendar, asked, until),
          inSpans: spans.reduce((sum, span) => sum + span.to.getTime() - span.from.getTime(), 0),
        }).toEqual({
          added: soon(slow.add(from, ms), seen),
          dayEnd: soon(slow.endOfDay(from, days), seen),
          between,
          inSpans: between,
        });
      }
    }),
    { numRuns: CALENDARS },
  );
}, 60_000);

/** Two days at either end stay unasked: what runs over midnight is only seen whole in between. */
function question(wall: Wall) {
  return fc.record({
    from: fc.integer({ min: wall.start + 2 * DAY, max: wall.start + 6 * DAY }),
    to: fc.integer({ min: wall.start + 2 * DAY, max: wall.start + (DAYS - 2) * DAY }),
    ms: fc.oneof(fc.integer({ min: 0, max: 3 * DAY }), fc.integer({ min: 0, max: 3_600_000 })),
    days: fc.integer({ min: 1, max: 5 }),
  });
}

/** What comes after the wall was watched is only known to come later. */
function soon(instant: Date | number | null, seen: number): number | 'later' {
  const at = instant === null ? Number.POSITIVE_INFINITY : Number(instant);
  return at > seen ? 'later' : at;
}
