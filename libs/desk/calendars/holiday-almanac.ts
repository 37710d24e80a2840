import { setImmediate as turn } from 'node:timers/promises';
import type Holidays from 'date-holidays';
import { addDays } from '#domain/deadlines/calendar-days.js';
import type { Holiday, HolidayRegion } from '#domain/deadlines/holidays.js';
import { Refusal } from '#domain/refusal.js';

/** Its rules take 40 MB and a quarter of a second: only a process in which somebody works on a calendar loads them. */
const load = async () => (await import('date-holidays')).default;

/** The library's "public" days include some for a part of the people only, and says so in a note. */
const FOR_SOME =
  /\b(only for|for muslim|for all persons belonging|women|orthodox|below the age|from the age|personnel)\b/i;

type Entry = ReturnType<Holidays['getHolidays']>[number] & { note?: string };

/** By region and year: whoever edits a calendar asks for the same ones again and again. */
const known = new Map<string, Holiday[]>();
const KEPT = 2_000;

/** The public holidays of the years, both included, by date. Throws `invalid` for a region that is not known. */
export async function publicHolidays(
  region: HolidayRegion,
  { from, to }: { from: number; to: number },
): Promise<Holiday[]> {
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const earlier = years.map((year) => known.get(keyOfYear(region, year)));
  const almanac = earlier.includes(undefined) ? await almanacOf(region) : null;
  const holidays: Holiday[] = [];
  for (const [index, year] of years.entries()) {
    holidays.push(...(earlier[index] ?? (almanac ? await workedOut(almanac, region, year) : [])));
  }
  return holidays;
}

/** A lunar year takes 30 ms to work out: whoever else asks the api meanwhile has a turn before each. */
async function workedOut(almanac: Holidays, region: HolidayRegion, year: number): Promise<Holiday[]> {
  await turn();
  const found = ofYear(almanac, year);
  if (known.size >= KEPT) known.clear();
  known.set(keyOfYear(region, year), found);
  return found;
}

const keyOfYear = ({ country, state, region }: HolidayRegion, year: number) => [country, state, region, year].join('/');

async function almanacOf({ country, state, region }: HolidayRegion): Promise<Holidays> {
  const almanac = new (await load())();
  assertKnown(almanac, { country, state, region });
  almanac.init(country, state ?? '', region ?? '', { types: ['public'], languages: ['zh', 'en'] });
  return almanac;
}

function ofYear(almanac: Holidays, year: number): Holiday[] {
  const english: Entry[] = almanac.getHolidays(year, 'en');
  const chinese = new Map(almanac.getHolidays(year, 'zh').map((entry) => [keyOf(entry), entry.name]));
  return english
    .filter(({ note }) => !FOR_SOME.test(note ?? ''))
    .flatMap((entry) => datesOf(entry, { en: entry.name, zh: inChinese(chinese.get(keyOf(entry)), entry.name) }));
}

const keyOf = ({ date, rule }: { date: string; rule: string }) => `${date} ${rule}`;

/** Where the library has no Chinese name it gives another language's. */
function inChinese(name: string | undefined, english: string): string {
  return name && name !== english && /\p{Script=Han}/u.test(name) ? name : '';
}

const HOUR = 3_600_000;
const WHEN = /^(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2})/;

/**
 * What lasts for days is that many dates, whole ones only; a day on which the clocks change is one too. Islamic days
 * begin on the eve ("-0600"): the date named is the one on which nobody works.
 */
function datesOf({ date: written, start, end }: Entry, name: Holiday['name']): Holiday[] {
  const [, date = '', hour, minute] = WHEN.exec(written) ?? [];
  const fromMinute = Number(hour) * 60 + Number(minute);
  const days = Math.max(1, Math.floor((end.getTime() - start.getTime() + HOUR) / (24 * HOUR)));
  return Array.from({ length: days }, (_, index) => ({
    date: addDays(date, index),
    name,
    fromMinute: index === 0 ? fromMinute : 0,
  }));
}

/** Countries, the states of one, or the regions of one of its states. */
export async function holidayRegions(of: {
  country?: string | undefined;
  state?: string | undefined;
}): Promise<{ code: string; name: string }[]> {
  const almanac = new (await load())();
  const { country, state } = of;
  const found = !country
    ? almanac.getCountries('en')
    : state
      ? almanac.getRegions(country, state, 'en')
      : almanac.getStates(country, 'en');
  return Object.entries(found ?? {}).map(([code, name]) => ({ code, name }));
}

function assertKnown(almanac: Holidays, { country, state, region }: HolidayRegion): void {
  const has = (found: object | undefined, code: string) => Object.hasOwn(found ?? {}, code);
  const isKnown =
    has(almanac.getCountries('en'), country) &&
    (state === null || has(almanac.getStates(country, 'en'), state)) &&
    (region === null || (state !== null && has(almanac.getRegions(country, state, 'en'), region)));
  if (isKnown) return;
  const reason = 'is no country, state or region whose holidays are known';
  throw new Refusal('invalid', { detail: `holidays ${reason}`, errors: [{ field: 'holidays', reason }] });
}
