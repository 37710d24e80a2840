import { describe, expect, it } from '@jest/globals';
import { JOBS, screenMessage } from '#contracts/jobs.js';
import { assertEveryJobHasOneHandler } from './job-handler.js';
import { jobToAdd } from './job-queue.js';

describe('the jobs of the desk', () => {
  const handlers = JOBS.map((job) => ({ job }));

  it('start when each has one handler', () => {
    expect(() => assertEveryJobHasOneHandler(JOBS, handlers)).not.toThrow();
  });

  it('refuse to start when one has none', () => {
    expect(() => assertEveryJobHasOneHandler(JOBS, handlers.slice(1))).toThrow(
      'The job "screen-message" has no handler.',
    );
  });

  it('refuse to start when one has two', () => {
    const twice = [...handlers, { job: screenMessage }];
    expect(() => assertEveryJobHasOneHandler(JOBS, twice)).toThrow('The job "screen-message" has 2 handlers.');
  });

  it('refuse to start with a handler of a job that does not exist', () => {
    const stray = [...handlers, { job: { name: 'make-tea' } }];
    expect(() => assertEveryJobHasOneHandler(JOBS, stray)).toThrow('make-tea');
  });

  it('are checked before they are queued', () => {
    const payload = { eventId: 'e', requestId: null, messageId: 'not an id' };
    expect(() => jobToAdd(screenMessage, payload, 'e-screen-message')).toThrow();
  });
});
