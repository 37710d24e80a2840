import { type Language, TAG } from './language.js';
import { useVisit } from './visit.js';

type Precision = 'day' | 'minute';

const OPTIONS: Record<Precision, Intl.DateTimeFormatOptions> = {
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  minute: {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortGeneric',
  },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** A time as the department's clocks show it; the zone is named wherever the hour is. */
export function Moment({ at, timeZone, precision = 'minute' }: { at: Date; timeZone: string; precision?: Precision }) {
  const { language } = useVisit();
  return <time dateTime={at.toISOString()}>{formatOf(language, timeZone, precision).format(at)}</time>;
}

/** Making one takes a hundred times as long as using it. */
function formatOf(language: Language, timeZone: string, precision: Precision): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${precision}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(TAG[language], { ...OPTIONS[precision], timeZone });
  formats.set(key, made);
  return made;
}
