import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { beginAnew, fillBatch, textsToFill } from '#desk/search/fill-search.js';
import { ByteProgress } from '../import/byte-progress.js';
import { say } from '../launcher/progress.js';

const HELD_UP_MS = 100;

/** All texts once more, in batches that are kept as they are done. A worker that is running may take some of them. */
export async function rebuildSearch(dataSource: DataSource): Promise<number> {
  await beginAnew(dataSource);
  const all = await textsToFill(dataSource);
  const progress = new ByteProgress(all);
  let looked = 0;
  let indexed = 0;
  for (let batch = await fillBatch(dataSource); batch; batch = await fillBatch(dataSource)) {
    looked += batch.looked;
    indexed += batch.indexed;
    progress.show(looked, `${indexed} texts indexed`);
    if (batch.isHeldUp) await pause(HELD_UP_MS);
  }
  progress.stop();
  say(`${indexed} texts are indexed.`);
  return 0;
}
