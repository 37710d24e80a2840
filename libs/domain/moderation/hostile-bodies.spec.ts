import { describe, expect, it } from '@jest/globals';
import { hostileBodies } from '../../../test/support/hostile-bodies.js';
import { bandsOf } from './likeness.js';
import { screen } from './screening.js';
import { appliedPolicy, DEFAULT_SCREENING_POLICY } from './screening-policy.js';
import { verdictOn } from './verdict.js';

const applied = appliedPolicy(DEFAULT_SCREENING_POLICY, null);

/** All ten thousand pass in `npm run bench -- screening`, with what each phase costs. */
describe('bodies that nobody writes by accident', () => {
  it('pass the whole pipeline, and every finding lies within its field and between 0 and 1', () => {
    for (const body of hostileBodies(400)) {
      const title = body.slice(0, 60);
      const name = body.slice(-40);
      const { findings } = screen({
        ...applied,
        title,
        body,
        name,
        repeatedOf: 1,
        alsoWrittenBy: 3,
        sentWithinHour: 9,
      });
      verdictOn(findings, applied, { channel: 'web', standing: 'new' });
      bandsOf(body);
      const lengths = { title: title.length, body: body.length, name: name.length };
      const wrong = findings.filter(
        ({ field, start, end, score }) => start < 0 || end > lengths[field] || start > end || score < 0 || score > 1,
      );
      expect(wrong).toEqual([]);
    }
  });
});
