import type { DataSource } from 'typeorm';
import type { Failed } from '#desk/conversations/set-aside.js';
import {
  checkMeasuredBatch,
  conversationsThereAre,
  type FigureProgress,
  figuresUnderWay,
  forgetRollups,
  NOTHING_MEASURED,
  remeasureBatch,
  rollUpBatch,
} from '#desk/oversight/measuring/rebuild-figures.js';
import { countWrongRollups } from '#desk/oversight/rollups/wrong-rollups.js';
import { ByteProgress } from '../import/byte-progress.js';
import { say } from '../launcher/progress.js';
import { notDerivable } from './not-derivable.js';

export interface FigureRebuild {
  /** Only counts what is not as it should be. */
  isCheck: boolean;
  /** Ends it after the batch under way. */
  signal: AbortSignal;
}

const DAY_MS = 24 * 3_600_000;

/** All figures once more from the record of events, while the desk goes on. Answers the exit code. */
export async function rebuildFigures(dataSource: DataSource, { isCheck, signal }: FigureRebuild): Promise<number> {
  const progress = new ByteProgress(await conversationsThereAre(dataSource));
  const step = isCheck ? checkMeasuredBatch : remeasureBatch;
  let done = isCheck ? NOTHING_MEASURED : await beginning(dataSource);
  let failed = 0;
  const onFailed = (some: readonly Failed[]) => {
    failed += some.length;
    for (const one of some) say(`The figures of ${notDerivable(one)}`);
  };
  const following = () => step(dataSource, done, { now: new Date(), onFailed });
  for (let next = await following(); next && !signal.aborted; next = await following()) {
    done = next;
    progress.show(done.looked, inWords(done));
  }
  progress.stop();
  say(`${inWords(done)}.`);
  if (signal.aborted) return stopped(isCheck);
  if (isCheck) return check(dataSource, done.differing + failed);
  await forgetRollups(dataSource);
  const before = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
  let periods = 0;
  for (
    let n = await rollUpBatch(dataSource, before);
    n > 0 && !signal.aborted;
    n = await rollUpBatch(dataSource, before)
  )
    periods += n;
  say(`${periods.toLocaleString('en')} days and months of departments rolled up anew.`);
  return failed > 0 ? 1 : 0;
}

async function check(dataSource: DataSource, differing: number): Promise<number> {
  const wrong = await countWrongRollups(dataSource);
  say(`${wrong.toLocaleString('en')} rollups not those of their measurements.`);
  return differing + wrong > 0 ? 1 : 0;
}

async function beginning(dataSource: DataSource): Promise<FigureProgress> {
  const underWay = await figuresUnderWay(dataSource);
  if (underWay.looked > 0) say(`Goes on after ${underWay.looked.toLocaleString('en')} conversations.`);
  return underWay;
}

function stopped(isCheck: boolean): number {
  say(isCheck ? 'Stopped before the end.' : 'Stopped before the end. The same command again goes on from there.');
  return 130;
}

function inWords({ looked, differing }: FigureProgress): string {
  const [conversations, rows] = [looked, differing].map((n) => n.toLocaleString('en'));
  return `${conversations} conversations looked at, ${rows} measurements not as their history says`;
}
