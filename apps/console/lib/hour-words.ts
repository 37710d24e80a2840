/** From 9 to 10: 09:00–10:00. */
export function hourWords(hour: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(hour)}:00–${two(hour + 1)}:00`;
}

/** 1 is Monday. */
export function weekdayWords(weekday: number, locale: string, length: 'long' | 'short' = 'long'): string {
  // 5 January 1970 was a Monday.
  const day = new Date(Date.UTC(1970, 0, 4 + weekday));
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(day);
}
