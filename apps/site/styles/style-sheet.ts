import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BASE_STYLES } from './base.styles.js';
import { SANS } from './fonts.js';
import { FRAME_STYLES } from './frame.styles.js';
import { HOME_STYLES } from './home.styles.js';
import { LETTER_STYLES } from './letter.styles.js';
import { LIST_STYLES } from './list.styles.js';
import { PERFORMANCE_STYLES } from './performance.styles.js';
import { THREAD_STYLES } from './thread.styles.js';

/**
 * GOV.UK's components under our own look. Their typeface and crest may be used on gov.uk only: neither is shipped, nor
 * asked for.
 */
export function styleSheet(): string {
  const own = [BASE_STYLES, FRAME_STYLES, HOME_STYLES, LIST_STYLES, THREAD_STYLES, LETTER_STYLES, PERFORMANCE_STYLES];
  return [govuk(), ...own].join('\n');
}

function govuk(): string {
  const file = createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css');
  return readFileSync(file, 'utf8')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/url\(\/assets\/images\/[^)]*\)/g, 'none')
    .replace(/\/\*# sourceMappingURL=[^*]*\*\//g, '')
    .replaceAll('GDS Transport,arial,sans-serif', SANS);
}
