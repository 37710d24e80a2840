import { describe, expect, it } from '@jest/globals';
import { chooseOfficer, offerQueued, screenMessage } from '#contracts/jobs.js';
import { gather, payloadsOf } from './gathered-jobs.js';

const add = (job: typeof screenMessage | typeof chooseOfficer | typeof offerQueued, n: number) => ({
  job,
  payload: { n },
  jobId: `event-${n}-${job.name}`,
});

describe('jobs that are added at once', () => {
  it('travel as one for each kind that allows it', () => {
    const stored = gather([add(screenMessage, 1), add(offerQueued, 2), add(chooseOfficer, 3), add(screenMessage, 4)]);
    expect(stored.map(({ job, data }) => [job.name, payloadsOf(data)])).toEqual([
      ['offer-queued', [{ n: 2 }]],
      ['screen-message', [{ n: 1 }, { n: 4 }]],
      ['choose-officer', [{ n: 3 }]],
    ]);
  });

  it('keep their own id where they travel alone', () => {
    expect(gather([add(screenMessage, 7)])).toEqual([
      { job: screenMessage, data: { n: 7 }, jobId: 'event-7-screen-message' },
    ]);
  });

  it('have the same id when the same batch comes again, and another when one differs', () => {
    const idOf = (...ns: number[]) => gather(ns.map((n) => add(screenMessage, n)))[0]?.jobId;
    expect(idOf(1, 2)).toBe(idOf(1, 2));
    expect(idOf(1, 2)).not.toBe(idOf(1, 3));
    expect(idOf(1, 2)).not.toMatch(/:|^\d+$/);
  });

  it('are never more than 64 in one', () => {
    const stored = gather(Array.from({ length: 150 }, (_, n) => add(screenMessage, n)));
    expect(stored.map(({ data }) => payloadsOf(data).length)).toEqual([64, 64, 22]);
  });
});
