import { bandsOf } from '#domain/moderation/likeness.js';
import { findingsOf, SCREENING_PHASES, screenedMessage } from '#domain/moderation/screening.js';
import { appliedPolicy, DEFAULT_SCREENING_POLICY } from '#domain/moderation/screening-policy.js';
import { hostileBodies } from '../../support/hostile-bodies.js';
import type { BenchOptions } from '../bench.js';
import { citizensTexts } from '../load/citizens-text.js';
import { tell } from '../report/progress.js';
import { type BenchReport, type Fact, limitedFact, reportWithoutFloor } from '../report/report.js';
import { median, percentile } from '../report/statistics.js';

const MOST_MS = 5;
const BODIES = 10_000;
/** Of which the shortest counts: the others were interrupted. */
const RUNS = 2;
/** Beside the default list: as long as the lists of a desk and of a department may be together. */
const WORDS = 2_000;

/** What each phase costs for bodies made to be dear, of up to 10,000 characters, and screening as a whole for ordinary ones. */
export function screeningBench({ isQuick }: BenchOptions): BenchReport {
  const { blockedWords } = appliedPolicy(DEFAULT_SCREENING_POLICY, null);
  const words = [...blockedWords, ...Array.from({ length: WORDS }, (_, n) => `word${n.toString(36)}`)];
  const costs = new Map<string, number[]>([
    ['folding', []],
    ...SCREENING_PHASES.map(({ name }): [string, number[]] => [name, []]),
    ['likeness', []],
  ]);
  const timed = <T>(run: Map<string, number>, what: string, act: () => T): T => {
    const from = performance.now();
    const answer = act();
    run.set(what, performance.now() - from);
    return answer;
  };
  /** From the beginning each time: what one phase leaves for the next is counted for the first of them. */
  const screenOnce = (body: string) => {
    const run = new Map<string, number>();
    const texts = { title: body.slice(0, 200), body, name: 'Wang Fang' };
    const subject = { ...texts, blockedWords: words, suspectWords: words, repeatedOf: 0 };
    const message = timed(run, 'folding', () => screenedMessage(subject));
    for (const phase of SCREENING_PHASES) timed(run, phase.name, () => findingsOf(phase, message));
    timed(run, 'likeness', () => bandsOf(body));
    return run;
  };
  const measure = (body: string) => {
    const runs = Array.from({ length: RUNS }, () => screenOnce(body));
    for (const [what, times] of costs) times.push(Math.min(...runs.map((run) => run.get(what) ?? 0)));
  };
  for (const body of hostileBodies(200, 2)) screenOnce(body);
  for (const body of hostileBodies(isQuick ? BODIES / 10 : BODIES)) measure(body);
  const facts = [...costs].flatMap(([what, times]) => {
    tell(
      `  ${what.padEnd(20)} p99 ${percentile(times, 0.99).toFixed(2)} ms, longest ${Math.max(...times).toFixed(1)} ms`,
    );
    return [limitedFact(`${what}, p99`, { value: percentile(times, 0.99), unit: 'ms', atMost: MOST_MS })];
  });
  const ordinary = ordinaryCost(screenOnce, isQuick ? 500 : 5_000);
  const slowest = facts.reduce((worse, fact) => (fact.value > worse.value ? fact : worse));
  return reportWithoutFloor('screening', {
    headline: { ...slowest, what: `the dearest phase: ${slowest.what}` },
    facts: [...facts, ordinary],
    notes: [
      'bodies with NUL, lone surrogates, bidi overrides, piled marks, words of 10,000 characters, HTML, formulas and what patterns choke on',
      `each body ${RUNS} times, of which the shorter counts; wall-clock time, so that a busy machine shows in it all the same`,
    ],
  });
}

function ordinaryCost(screenOnce: (body: string) => unknown, count: number): Fact {
  const times = citizensTexts(count, 3).map((body) => {
    const from = performance.now();
    screenOnce(body);
    return performance.now() - from;
  });
  return { what: 'all phases for an ordinary message, median', value: 1_000 * median(times), unit: 'µs' };
}
