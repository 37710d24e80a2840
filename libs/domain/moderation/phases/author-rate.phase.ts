import type { ScreeningPhase } from '../screening.js';

/** A person with several worries writes a handful; more within an hour is somebody upset, or a program. */
const ORDINARY_WITHIN_HOUR = 5;
const FLOOD_WITHIN_HOUR = 30;

/** How fast one author writes: from nothing at the sixth message within the hour to 1 at the thirtieth. */
export const authorRate: ScreeningPhase = {
  name: 'author-rate',
  find: ({ body, sentWithinHour = 0 }) => {
    const beyond = sentWithinHour - ORDINARY_WITHIN_HOUR + 1;
    if (beyond <= 0) return [];
    const score = Math.min(1, beyond / (FLOOD_WITHIN_HOUR - ORDINARY_WITHIN_HOUR));
    return [{ kind: 'author-rate', field: 'body', start: 0, end: body.length, score }];
  },
};
