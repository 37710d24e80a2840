import { expect, jest } from '@jest/globals';

/**
 * A real browser on a machine that others use too is sometimes late: on CI a scene of a journey gets a second try, and
 * what failed first is printed. Nothing else is ever tried twice.
 */
const isJourney = /[\\/]test[\\/]journeys[\\/]/.test(expect.getState().testPath ?? '');
if (process.env.CI && isJourney) jest.retryTimes(1, { logErrorsBeforeRetry: true });
