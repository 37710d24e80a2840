import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDate } from '#domain/deadlines/calendar-days.js';
import { exceptionDays } from '#domain/deadlines/exception-rows.js';
import { csvExceptions } from './csv-exceptions.js';
import { icalExceptions, type Place } from './ical-exceptions.js';

const PLACE: Place = {
  timeZone: 'Asia/Shanghai',
  workday: [{ from: 540, to: 720 }],
  from: '2011-01-01',
  to: '2036-12-31',
};
const WHOLE = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20260215'],
  ...['DTEND;VALUE=DATE:20260218', 'SUMMARY:春节 补班', 'RRULE:FREQ=YEARLY;UNTIL=20300101;BYMONTH=2', 'END:VEVENT'],
  ...['BEGIN:VEVENT', 'DTSTART;TZID=Asia/Tokyo:20260220T090000', 'DTEND:20260220T120000Z', 'END:VEVENT'],
  'END:VCALENDAR',
];
const ODD = [
  ...['RRULE:FREQ=', 'RRULE:FREQ=YEARLY;INTERVAL=0', 'RRULE:FREQ=YEARLY;COUNT=-1', 'RRULE:FREQ=YEARLY;BYMONTH'],
  ...['RRULE:FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2', 'DTSTART;TZID="a:20260101T000000', 'DTSTART:', 'DTEND:99999999'],
  ...[';;;', ':', '\t x', 'BEGIN:VEVENT', 'END:VEVENT', 'RDATE:20260101', 'DTSTART;VALUE=PERIOD:a/b', 'STATUS;X:'],
];

/** A whole calendar with some of its lines lost, cut or put in. */
const spoilt = fc
  .array(fc.tuple(fc.nat(WHOLE.length), fc.constantFrom('lose', 'cut', 'put'), fc.nat(30), fc.constantFrom(...ODD)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((spoils) => {
    const lines = [...WHOLE];
    for (const [at, how, length, odd] of spoils) {
      if (how === 'put') lines.splice(at, 0, odd);
      else lines.splice(at, 1, ...(how === 'cut' ? [(lines[at] ?? '').slice(0, length)] : []));
    }
    return lines.join('\r\n');
  });

it('reads, or refuses by line, whatever it is given', () => {
  fc.assert(
    fc.property(fc.oneof(spoilt, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
      for (const { rows, refused } of [icalExceptions(text, PLACE), csvExceptions(text)]) {
        expect(refused.every(({ line }) => line >= 1)).toBe(true);
        expect(exceptionDays(rows).days.every(({ date }) => isDate(date))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
}, 30_000);

it('reads the whole one: the same days every year until it ends, and hours from another zone', () => {
  const { rows, refused } = icalExceptions(WHOLE.join('\r\n'), PLACE);
  expect(refused).toEqual([]);
  const { days } = exceptionDays(rows);
  expect(days.filter(({ date }) => date.endsWith('-02-15')).map(({ date }) => date.slice(0, 4))).toEqual([
    '2026',
    '2027',
    '2028',
    '2029',
  ]);
  expect(days.find(({ date }) => date === '2026-02-20')?.intervals).toEqual([{ from: 480, to: 1_200 }]);
});

it.each([
  ['春节补班', true],
  ['国庆节（班）', true],
  ['调休上班', true],
  ['元旦補班日', true],
  ['Make-up working day', true],
  ['Additional working Saturday', true],
  ['Not a holiday: working day', true],
  ['Additional non-working day', false],
  ['Non working day', false],
  ['Spring Festival, not a working day', false],
  ['No make-up day', false],
  ['清明节（不上班）', false],
  ['台风停止上班', false],
  ['中秋节 不用上班', false],
  ['端午节 无需上班', false],
  ['元旦放假，不补班', false],
  ['Spring Festival', false],
])('takes a day called "%s" for worked: %j', (title, isWorked) => {
  const lines = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20260405', `SUMMARY:${title}`, 'END:VEVENT'];
  const { days } = exceptionDays(icalExceptions([...lines, 'END:VCALENDAR'].join('\r\n'), PLACE).rows);
  expect(days.map(({ intervals }) => intervals)).toEqual([isWorked ? PLACE.workday : []]);
});
