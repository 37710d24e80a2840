import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOSTILE_PIECES } from '../../../../test/bench/personal-data/hostile-bodies.js';
import { originalSpan } from '../../folded-text.js';
import { foldText } from '../folded-text.js';
import { personalDataIn } from './personal-data-in.js';

const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const word = fc.constantFrom('a', '1', '村', '癌', 'a\u0301').map((letter) => letter.repeat(10_000));
const anyText = fc
  .array(
    fc.oneof(
      { weight: 300, arbitrary: unit },
      { weight: 300, arbitrary: fc.constantFrom(...HOSTILE_PIECES) },
      { weight: 1, arbitrary: word },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('looking for personal data in whatever arrives', () => {
  it('never throws, and keeps every span inside the text, in order, and not empty', () => {
    fc.assert(
      fc.property(anyText, (body) => {
        const folded = foldText(body);
        let last = 0;
        for (const { start, end } of personalDataIn(folded.text)) {
          const span = originalSpan(folded, { start, end });
          expect(start).toBeGreaterThanOrEqual(last);
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(body.length);
          last = start;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('answers the same for the same text, whatever was looked at before', () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const alone = personalDataIn(foldText(first).text);
        personalDataIn(foldText(second).text);
        expect(personalDataIn(foldText(first).text)).toEqual(alone);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the time that a hostile text can cost', () => {
  it.each(HOSTILE_PIECES)('grows with the text, not with its square: %j', (piece) => {
    const costOf = (length: number) => {
      const { text } = foldText(piece.repeat(Math.ceil(length / piece.length)).slice(0, length));
      return timeOfThread(() => personalDataIn(text));
    };
    costOf(5_000);
    // Four times the text: a square would be sixteen times the time, whatever the machine.
    expect(costOf(20_000) / costOf(5_000)).toBeLessThan(8);
  });
});

/** The system counts the time of a thread in steps of up to four milliseconds. */
const ENOUGH_MICROSECONDS = 12_000;

/** What the code costs, not what the machine was busy with, in microseconds. */
function timeOfThread(act: () => void): number {
  const before = process.threadCpuUsage();
  for (let runs = 1; ; runs += 1) {
    act();
    const { user, system } = process.threadCpuUsage(before);
    if (user + system >= ENOUGH_MICROSECONDS) return (user + system) / runs;
  }
}
