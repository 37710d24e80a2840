import type { DataSource } from 'typeorm';
import type { Failed } from '#desk/conversations/set-aside.js';
import { conversationsIn } from '#desk/deadlines/promised.queries.js';
import {
  beginRebuild,
  checkBatch,
  NOTHING_YET,
  type RebuildProgress,
  type RebuildScope,
  rebuildBatch,
} from '#desk/deadlines/rebuild-deadlines.js';
import { ByteProgress } from '../import/byte-progress.js';
import { say } from '../launcher/progress.js';
import { notDerivable } from './not-derivable.js';

export interface DeadlineRebuild {
  /** Null: everywhere. */
  departmentId: string | null;
  /** Only counts what is not as it should be. */
  isCheck: boolean;
  /** Ends it after the batch under way. */
  signal: AbortSignal;
}

/** All deadlines once more from the record of events, while the desk goes on. Answers the exit code. */
export async function rebuildDeadlines(dataSource: DataSource, rebuild: DeadlineRebuild): Promise<number> {
  const { departmentId, isCheck, signal } = rebuild;
  const scope: RebuildScope = { name: departmentId ?? 'all', departmentId };
  const progress = new ByteProgress(await conversationsIn(dataSource.manager, departmentId));
  let failed = 0;
  const onFailed = (some: readonly Failed[]) => {
    failed += some.length;
    for (const one of some) say(`The deadlines of ${notDerivable(one)}`);
  };
  const step = (so: RebuildProgress) =>
    isCheck
      ? checkBatch(dataSource, scope, so, onFailed)
      : rebuildBatch(dataSource, scope, { now: new Date(), onFailed });
  let done = isCheck ? NOTHING_YET : await beginning(dataSource, scope);
  for (let next = await step(done); next; next = signal.aborted ? null : await step(done)) {
    done = next;
    progress.show(done.looked, inWords(done));
  }
  progress.stop();
  say(`${inWords(done)}.`);
  if (signal.aborted) return stopped(isCheck);
  return failed > 0 || (isCheck && done.differing > 0) ? 1 : 0;
}

async function beginning(dataSource: DataSource, scope: RebuildScope): Promise<RebuildProgress> {
  const underWay = await beginRebuild(dataSource, scope);
  if (underWay.looked > 0) say(`Goes on after ${counted(underWay.looked, 'conversation')}.`);
  return underWay;
}

function stopped(isCheck: boolean): number {
  say(isCheck ? 'Stopped before the end.' : 'Stopped before the end. The same command again goes on from there.');
  return 130;
}

function inWords({ looked, differing }: { looked: number; differing: number }): string {
  const [conversations, deadlines] = [counted(looked, 'conversation'), counted(differing, 'deadline')];
  return `${conversations} looked at, ${deadlines} not as the history says`;
}

function counted(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
