import type { DataSource } from 'typeorm';
import type { HistoricTarget } from '#desk/intake/historic-import.js';
import type { CsvFile, CsvRow } from './csv-file.js';
import type { DialogueReading } from './dialogue-reader.js';
import type { RejectedRows } from './rejected-rows.js';
import { storeRows } from './store-rows.js';

export interface ImportTally {
  read: number;
  imported: number;
  alreadyThere: number;
  rejected: number;
}

export interface MessageImport {
  dataSource: DataSource;
  file: CsvFile;
  reading: DialogueReading;
  target: HistoricTarget;
  rejected: RejectedRows;
  /** Ends the import after the rows under way. */
  signal: AbortSignal;
  onProgress(tally: Readonly<ImportTally>): void;
}

const ROWS_PER_COMMIT = 500;

/** Stores a file's dialogues, a batch per commit; while one is stored the next is read. What is there already is passed over. */
export async function importMessages(job: MessageImport): Promise<ImportTally> {
  const tally: ImportTally = { read: 0, imported: 0, alreadyThere: 0, rejected: 0 };
  let batch: CsvRow[] = [];
  let underWay: Promise<void> = Promise.resolve();
  const flush = async () => {
    await underWay;
    job.onProgress(tally);
    underWay = storeRows(job, batch, tally);
    // Awaited at the next flush: until then a failure is not unhandled.
    underWay.catch(() => undefined);
    batch = [];
  };
  try {
    for await (const row of job.file.rows()) {
      if (job.signal.aborted) break;
      tally.read += 1;
      batch.push(row);
      if (batch.length >= ROWS_PER_COMMIT) await flush();
    }
  } finally {
    await flush();
    await underWay;
  }
  job.onProgress(tally);
  return tally;
}
