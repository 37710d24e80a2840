import type { BenchOptions } from '../bench.js';
import { loadInWords } from '../load/closed-load.js';
import { inTurn, samplesOf } from '../report/in-turn.js';
import { atLeast, type BenchReport, limitedFact, measureOf, reportOf } from '../report/report.js';
import { median } from '../report/statistics.js';
import type { Workbench } from '../servers/workbench.js';
import { searchServers } from './search-server.js';
import { COMMON, RARE, SELDOM } from './words.js';

const MOST_MS = 50;
const CLASSES = [
  { what: 'words of most texts', asked: COMMON },
  { what: 'words of some texts', asked: SELDOM },
  { what: 'words of few texts', asked: RARE },
  { what: 'all of them in turn', asked: [...COMMON, ...SELDOM, ...RARE] },
];

/** Searches per second over a million messages, for common and rare words, Chinese and English. */
export async function searchBench(workbench: Workbench, { isQuick }: BenchOptions): Promise<BenchReport> {
  const servers = await searchServers(workbench, isQuick ? 50_000 : 1_000_000);
  const seconds = isQuick ? 1 : 4;
  await workbench.checkpoint();
  const results = [];
  for (const { what, asked } of CLASSES) {
    await servers.ours(asked, seconds / 2);
    const pairs = await inTurn({
      what,
      rounds: isQuick ? 1 : 3,
      floor: () => servers.floor(asked, seconds),
      ours: () => servers.ours(asked, seconds),
      inWords: loadInWords,
    });
    results.push({ what, pairs });
  }
  const measures = results.map(({ what, pairs }) =>
    measureOf(what, { unit: '/s', samples: samplesOf(pairs, (result) => result.perSecond), target: atLeast(0.5) }),
  );
  const facts = results.map(({ what, pairs }) =>
    limitedFact(`p95 of ${what}`, { value: median(pairs.map((pair) => pair.ours.p95)), unit: 'ms', atMost: MOST_MS }),
  );
  const all = measures.at(-1);
  if (!all) throw new Error('nothing was measured');
  const notes = [
    '8 connections, pages of 50, an officer of three of twelve departments',
    `floor: the newest 50 matches, unranked and unmarked`,
  ];
  return reportOf('search', { headline: all, measures, facts, notes });
}
