import type { OversightLive } from '#contracts/oversight.http.js';
import type { Format } from '../../../lib/format.js';

const HOUR_MS = 3_600_000;

/** Nothing where nobody was answered today: no figure is not zero. */
export function medianWords(
  { medianHoursToday }: Pick<OversightLive['total'], 'medianHoursToday'>,
  format: Format,
): string {
  return medianHoursToday === null ? '–' : format.duration(medianHoursToday * HOUR_MS);
}
