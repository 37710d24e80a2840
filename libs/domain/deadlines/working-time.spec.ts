import { describe, expect, it } from '@jest/globals';
import type { CalendarDay, Stretch } from './calendar-days.js';
import {
  addWorkingTime,
  endOfWorkingDay,
  type WorkingCalendar,
  workingSpans,
  workingTimeBetween,
} from './working-time.js';

const HOUR = 3_600_000;
const h = (hours: number) => Math.round(hours * 60);
const stretch = ([from, to]: readonly [number, number]): Stretch => ({ from: h(from), to: h(to) });
const onWeekdays = (weekdays: readonly number[], ...hours: [number, number][]) =>
  weekdays.flatMap((weekday) => hours.map((pair) => ({ weekday, ...stretch(pair) })));
const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const EVERY_DAY = [...MONDAY_TO_FRIDAY, 6, 7];
const day = (date: string, ...hours: [number, number][]): CalendarDay => ({
  date,
  name: null,
  intervals: hours.map(stretch),
});

const calendar = (fields: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  timeZone: 'Asia/Shanghai',
  weekly: onWeekdays(MONDAY_TO_FRIDAY, [9, 12], [13.5, 18]),
  days: [],
  ...fields,
});
const nights = (timeZone: string, days: CalendarDay[] = []) =>
  calendar({ timeZone, weekly: onWeekdays(EVERY_DAY, [22, 30]), days });
const always = (timeZone: string) => calendar({ timeZone, weekly: onWeekdays(EVERY_DAY, [0, 24]) });

describe('adding working time', () => {
  it.each<[string, WorkingCalendar, string, number, string]>([
    ['within one interval', calendar(), '2026-03-02T09:30+08:00', 1, '2026-03-02T10:30+08:00'],
    ['over the midday break', calendar(), '2026-03-02T11:30+08:00', 1, '2026-03-02T14:00+08:00'],
    ['from before opening', calendar(), '2026-03-02T03:00+08:00', 1, '2026-03-02T10:00+08:00'],
    ['over a weekend', calendar(), '2026-03-06T17:00+08:00', 2, '2026-03-09T10:00+08:00'],
    [
      'using a stretch up ends with it, not when the next begins',
      calendar(),
      '2026-03-06T17:00+08:00',
      1,
      '2026-03-06T18:00+08:00',
    ],
    ['at closing time, the next morning', calendar(), '2026-03-05T18:00+08:00', 1, '2026-03-06T10:00+08:00'],
    ['nothing is added at once, even at night', calendar(), '2026-03-07T03:00+08:00', 0, '2026-03-07T03:00+08:00'],
    [
      'over a holiday in the middle',
      calendar({ days: [day('2026-03-03')] }),
      '2026-03-02T17:00+08:00',
      2,
      '2026-03-04T10:00+08:00',
    ],
    [
      'over half a holiday',
      calendar({ days: [day('2026-03-03', [9, 12])] }),
      '2026-03-02T17:00+08:00',
      5,
      '2026-03-04T10:00+08:00',
    ],
    [
      'on a make-up Saturday',
      calendar({ days: [day('2026-02-14', [9, 12], [13.5, 18])] }),
      '2026-02-13T17:00+08:00',
      2,
      '2026-02-14T10:00+08:00',
    ],
    ['on a leap day', calendar(), '2024-02-28T17:00+08:00', 2, '2024-02-29T10:00+08:00'],
    ['past where there is no leap day', calendar(), '2100-02-26T17:00+08:00', 2, '2100-03-01T10:00+08:00'],
    [
      'over the end of a year',
      calendar({ days: [day('2026-01-01')] }),
      '2025-12-31T17:00+08:00',
      2,
      '2026-01-02T10:00+08:00',
    ],
    [
      'in hours that overlap, counted once',
      calendar({ weekly: onWeekdays([1], [9, 12], [11, 13]) }),
      '2026-03-02T09:00+08:00',
      4,
      '2026-03-02T13:00+08:00',
    ],
    ['over midnight', nights('Asia/Shanghai'), '2026-03-02T23:00+08:00', 6, '2026-03-03T05:00+08:00'],
    [
      'over midnight into a holiday, whose own night is off',
      nights('Asia/Shanghai', [day('2026-03-03')]),
      '2026-03-02T23:00+08:00',
      8,
      '2026-03-04T23:00+08:00',
    ],
    [
      'over two midnights, 48 h at a stretch',
      calendar({ weekly: onWeekdays([1], [0, 48]) }),
      '2026-03-02T00:00+08:00',
      48,
      '2026-03-04T00:00+08:00',
    ],
    [
      'from the week before over midnight',
      calendar({ weekly: onWeekdays([7], [22, 30]) }),
      '2026-03-09T01:00+08:00',
      2,
      '2026-03-09T03:00+08:00',
    ],
    [
      'where clocks spring forward, the night is an hour shorter',
      nights('Europe/Berlin'),
      '2026-03-28T22:00+01:00',
      7,
      '2026-03-29T06:00+02:00',
    ],
    [
      'where clocks fall back, it is an hour longer',
      nights('Europe/Berlin'),
      '2026-10-24T22:00+02:00',
      9,
      '2026-10-25T06:00+01:00',
    ],
    [
      'in an hour that does not exist, not at all',
      calendar({ timeZone: 'Europe/Berlin', weekly: onWeekdays([7], [2, 3]) }),
      '2026-03-28T00:00+01:00',
      1,
      '2026-04-05T03:00+02:00',
    ],
    [
      'in an hour that is there twice, twice',
      calendar({ timeZone: 'Europe/Berlin', weekly: onWeekdays([7], [2, 3]) }),
      '2026-10-25T00:00+02:00',
      2,
      '2026-10-25T03:00+01:00',
    ],
    [
      'Lord Howe springs by half an hour',
      nights('Australia/Lord_Howe'),
      '2026-10-03T22:00+10:30',
      7.5,
      '2026-10-04T06:00+11:00',
    ],
    [
      'Lord Howe falls by half an hour',
      nights('Australia/Lord_Howe'),
      '2026-04-04T22:00+11:00',
      8.5,
      '2026-04-05T06:00+10:30',
    ],
    [
      'Samoa had no 30 December 2011',
      calendar({ timeZone: 'Pacific/Apia' }),
      '2011-12-29T17:00-10:00',
      2,
      '2012-01-02T10:00+14:00',
    ],
    [
      'clocks that go back at one past midnight show a minute of tomorrow twice',
      always('America/St_Johns'),
      '2010-11-06T12:00-02:30',
      24,
      '2010-11-07T11:00-03:30',
    ],
    [
      'clocks that spring at midnight',
      always('America/Asuncion'),
      '2023-09-30T23:00-04:00',
      2,
      '2023-10-01T02:00-03:00',
    ],
  ])('%s', (_, hours, from, added, expected) => {
    expect(addWorkingTime(hours, new Date(from), added * HOUR)).toEqual(new Date(expected));
  });

  it('is exact to the millisecond', () => {
    const from = new Date('2026-03-06T17:59:59.999+08:00');
    expect(addWorkingTime(calendar(), from, 1)).toEqual(new Date('2026-03-06T18:00:00.000+08:00'));
    expect(addWorkingTime(calendar(), from, 2)).toEqual(new Date('2026-03-09T09:00:00.001+08:00'));
  });

  it('is null where there is never any working time, or too far away', () => {
    const from = new Date('2026-03-02T00:00Z');
    expect(addWorkingTime(calendar({ weekly: [] }), from, 1)).toBeNull();
    expect(addWorkingTime(calendar({ weekly: [], days: [day('2026-03-02')] }), from, 1)).toBeNull();
    expect(addWorkingTime(calendar({ weekly: [], days: [day('2037-03-02', [9, 10])] }), from, 1)).toBeNull();
    expect(addWorkingTime(calendar({ weekly: [], days: [day('2035-03-02', [9, 10])] }), from, HOUR + 1)).toBeNull();
  });

  it('finds the one working day of ten years', () => {
    const once = calendar({ weekly: [], days: [day('2035-03-02', [9, 10])] });
    expect(addWorkingTime(once, new Date('2026-03-02T00:00Z'), HOUR)).toEqual(new Date('2035-03-02T10:00+08:00'));
  });

  it('refuses what is no time zone', () => {
    expect(() => addWorkingTime(calendar({ timeZone: 'Mars/Olympus' }), new Date(), 1)).toThrow(RangeError);
  });

  it('knows offsets of minutes and seconds', () => {
    const mean = calendar({ timeZone: 'Africa/Monrovia', weekly: onWeekdays(EVERY_DAY, [0, 1]) });
    expect(addWorkingTime(mean, new Date('1971-06-01T00:00:00Z'), 1)).toEqual(new Date('1971-06-01T00:44:30.001Z'));
  });
});

describe('working time between two instants', () => {
  it.each<[string, WorkingCalendar, string, string, number]>([
    ['a week', calendar(), '2026-03-02T00:00+08:00', '2026-03-09T00:00+08:00', 37.5],
    ['a weekend', calendar(), '2026-03-07T00:00+08:00', '2026-03-09T00:00+08:00', 0],
    ['backwards', calendar(), '2026-03-09T00:00+08:00', '2026-03-02T00:00+08:00', 0],
    ['a year with a leap day', always('UTC'), '2024-01-01T00:00Z', '2025-01-01T00:00Z', 366 * 24],
    ['the day of 23 hours', always('Europe/Berlin'), '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', 23],
    ['the day of 25 hours', always('Europe/Berlin'), '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', 25],
    ['a calendar without hours', calendar({ weekly: [] }), '2026-01-01T00:00Z', '2027-01-01T00:00Z', 0],
  ])('%s', (_, hours, from, to, expected) => {
    expect(workingTimeBetween(hours, new Date(from), new Date(to))).toBe(expected * HOUR);
  });
});

describe('the stretches of working time', () => {
  it('are cut where they are asked to begin and end, and joined over midnight', () => {
    const spans = workingSpans(
      nights('Asia/Shanghai'),
      new Date('2026-03-02T23:30+08:00'),
      new Date('2026-03-03T22:15+08:00'),
    );
    expect(spans).toEqual([
      { from: new Date('2026-03-02T23:30+08:00'), to: new Date('2026-03-03T06:00+08:00') },
      { from: new Date('2026-03-03T22:00+08:00'), to: new Date('2026-03-03T22:15+08:00') },
    ]);
  });

  it('are none of an empty stretch', () => {
    const at = new Date('2026-03-02T10:00+08:00');
    expect(workingSpans(calendar(), at, at)).toEqual([]);
  });
});

describe('the end of the Nth working day', () => {
  it.each<[string, WorkingCalendar, string, number, string | null]>([
    ['the day itself is not counted', calendar(), '2026-03-02T08:00+08:00', 1, '2026-03-03T18:00+08:00'],
    ['nor is the rest of it at night', calendar(), '2026-03-02T23:59:59.999+08:00', 1, '2026-03-03T18:00+08:00'],
    ['five working days are a week', calendar(), '2026-03-04T08:00+08:00', 5, '2026-03-11T18:00+08:00'],
    ['from a Sunday', calendar(), '2026-03-08T08:00+08:00', 1, '2026-03-09T18:00+08:00'],
    [
      'a make-up Saturday is one',
      calendar({ days: [day('2026-02-14', [9, 12])] }),
      '2026-02-13T08:00+08:00',
      1,
      '2026-02-14T12:00+08:00',
    ],
    [
      'a holiday is none',
      calendar({ days: [day('2026-03-03')] }),
      '2026-03-02T08:00+08:00',
      1,
      '2026-03-04T18:00+08:00',
    ],
    ['a night ends the morning after', nights('Europe/Berlin'), '2026-10-23T12:00+02:00', 1, '2026-10-25T06:00+01:00'],
    [
      'a date that the zone left out is none',
      calendar({ timeZone: 'Pacific/Apia' }),
      '2011-12-29T08:00-10:00',
      1,
      '2012-01-02T18:00+14:00',
    ],
    [
      'the local date counts, not that of UTC',
      calendar({ timeZone: 'Pacific/Auckland' }),
      '2026-03-02T11:30Z',
      1,
      '2026-03-04T18:00+13:00',
    ],
    ['without hours there is none', calendar({ weekly: [] }), '2026-03-02T08:00+08:00', 1, null],
  ])('%s', (_, hours, from, days, expected) => {
    expect(endOfWorkingDay(hours, new Date(from), days)).toEqual(expected === null ? null : new Date(expected));
  });
});
