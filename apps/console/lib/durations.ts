export type Unit = 'd' | 'h' | 'min';
export interface DurationPart {
  unit: Unit;
  value: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From here on hours say nothing more. */
const WHOLE_DAYS_FROM = 3;

/** How long, in the one or two units that matter: 2 h 10 min, 1 d 4 h, 11 d. Under a minute is 0 min. */
export function durationParts(ms: number): DurationPart[] {
  const rest = Math.max(0, ms);
  const days = Math.floor(rest / DAY);
  const hours = Math.floor((rest % DAY) / HOUR);
  const minutes = Math.floor((rest % HOUR) / MINUTE);
  if (days >= WHOLE_DAYS_FROM) return [{ unit: 'd', value: days }];
  if (days > 0) return withoutZero({ unit: 'd', value: days }, { unit: 'h', value: hours });
  if (hours > 0) return withoutZero({ unit: 'h', value: hours }, { unit: 'min', value: minutes });
  return [{ unit: 'min', value: minutes }];
}

function withoutZero(first: DurationPart, second: DurationPart): DurationPart[] {
  return second.value > 0 ? [first, second] : [first];
}
