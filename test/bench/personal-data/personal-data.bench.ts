import { foldText } from '#domain/moderation/folded-text.js';
import { personalDataIn } from '#domain/moderation/personal-data/personal-data-in.js';
import type { BenchOptions } from '../bench.js';
import { type BenchReport, type Fact, limitedFact, reachedFact, reportWithoutFloor } from '../report/report.js';
import { percentile } from '../report/statistics.js';
import { LATER_CASES } from './cases.later.js';
import { hostileBodies } from './hostile-bodies.js';
import { LABELLED_SET, type LabelledCase } from './labelled-set.js';
import { type Found, precisionOf, recallOf, structuredTally, type Tally, tallyOf } from './tally.js';

/** Issue 5: of what has a form of its own, in hundredths. */
const LEAST_RECALL = 98;
const LEAST_PRECISION = 95;
const BODY_LENGTH = 10_000;
const MOST_MS = 5;
const ENOUGH_MS = 12;

/** Recall and precision on the labelled set, by kind; and what the worst bodies cost. */
export function personalDataBench({ isQuick }: BenchOptions): BenchReport {
  const found = tallyOf(LABELLED_SET);
  const heldOut = tallyOf(LABELLED_SET.filter(({ isHeldOut }) => isHeldOut));
  const [headline, ...bounds] = [
    ...boundsOf('structured kinds', structuredTally(found)),
    ...boundsOf('structured kinds, held out', structuredTally(heldOut)),
  ];
  if (!headline) throw new Error('nothing was measured');
  const facts = [...bounds, ...factsByKind(found), costFact(isQuick ? 100 : 400)];
  return reportWithoutFloor('personal-data', {
    headline,
    facts,
    notes: [...notesOn(LABELLED_SET), ...missesOf(found)],
  });
}

function boundsOf(what: string, tally: Tally): Fact[] {
  return [
    reachedFact(`${what}: recall`, { value: hundredths(recallOf(tally)), unit: '%', atLeast: LEAST_RECALL }),
    reachedFact(`${what}: precision`, { value: hundredths(precisionOf(tally)), unit: '%', atLeast: LEAST_PRECISION }),
  ];
}

function factsByKind({ byKind }: Found): Fact[] {
  return [...byKind].flatMap(([kind, tally]) => [
    { what: `${kind}: recall of ${tally.right + tally.missed}`, value: hundredths(recallOf(tally)), unit: '%' },
    { what: `${kind}: precision of ${tally.right + tally.wrong}`, value: hundredths(precisionOf(tally)), unit: '%' },
  ]);
}

function costFact(count: number): Fact {
  const costs = hostileBodies(count, BODY_LENGTH).map((body) => {
    const { text } = foldText(body);
    return cpuMilliseconds(() => personalDataIn(text));
  });
  const value = percentile(costs, 0.99);
  return limitedFact(`p99 of ${count} hostile bodies of ${BODY_LENGTH} characters, processor time`, {
    value,
    unit: 'ms',
    atMost: MOST_MS,
  });
}

/** What the code costs, not what the machine was busy with: the time of a thread advances in steps, so of many runs. */
function cpuMilliseconds(act: () => void): number {
  act();
  const before = process.threadCpuUsage();
  for (let runs = 1; ; runs += 1) {
    act();
    const { user, system } = process.threadCpuUsage(before);
    const spent = (user + system) / 1_000;
    if (spent >= ENOUGH_MS) return spent / runs;
  }
}

function notesOn(cases: readonly LabelledCase[]): string[] {
  const of = (language: string) => cases.filter((one) => one.language === language).length;
  return [
    `${of('zh')} Chinese and ${of('en')} English cases, every second one held out while the rules were tuned, ${LATER_CASES.length} more written afterwards`,
  ];
}

function missesOf({ misses }: Found): string[] {
  return misses.map(
    ({ what, kind, text, body }) => `${what} ${kind}: ${JSON.stringify(text)} in ${JSON.stringify(body)}`,
  );
}

function hundredths(share: number | null): number {
  return share === null ? Number.NaN : share * 100;
}
