import type { ScreeningPhase } from '../screening.js';

/** The same citizen said exactly this within the window. The same text from many citizens is a campaign, and welcome. */
export const repeatedPost: ScreeningPhase = {
  name: 'repeated-post',
  find: ({ body, repeatedOf }) =>
    repeatedOf > 0 ? [{ kind: 'repeated-post', field: 'body', start: 0, end: body.length }] : [],
};
