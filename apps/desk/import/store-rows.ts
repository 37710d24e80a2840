import { areStored, type HistoricDialogue, storeHistoric } from '#desk/intake/historic-import.js';
import type { CsvRow } from './csv-file.js';
import { bodyOf, externalIdOf, readDialogue } from './dialogue-reader.js';
import type { ImportTally, MessageImport } from './import-messages.js';
import { RejectedRow } from './rejected-row.js';

interface ReadRow {
  row: CsvRow;
  dialogue: HistoricDialogue;
}

/** One batch, counted: rows that are there already are passed over unread, the others checked and stored. */
export async function storeRows(job: MessageImport, rows: readonly CsvRow[], tally: ImportTally): Promise<void> {
  const { dataSource, target, reading } = job;
  const candidates = rows.map(({ cells }) => ({
    externalId: externalIdOf(cells, reading.columns),
    body: bodyOf(cells, reading.columns),
  }));
  const stored = await areStored(dataSource, target.channelId, candidates);
  const batch: ReadRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (stored[index]) tally.alreadyThere += 1;
    else batch.push(...(await readOrReject(job, row, tally)));
  }
  await store(job, batch, tally);
}

async function readOrReject(job: MessageImport, row: CsvRow, tally: ImportTally): Promise<ReadRow[]> {
  try {
    return [{ row, dialogue: readDialogue(row.cells, job.reading) }];
  } catch (error) {
    if (!(error instanceof RejectedRow)) throw error;
    tally.rejected += 1;
    await job.rejected.add(row, error.message);
    return [];
  }
}

async function store(job: MessageImport, batch: readonly ReadRow[], tally: ImportTally): Promise<void> {
  if (batch.length === 0) return;
  const dialogues = batch.map(({ dialogue }) => dialogue);
  const outcomes = await storeHistoric(job.dataSource, job.target, dialogues);
  for (const [index, { row, dialogue }] of batch.entries()) {
    const outcome = outcomes[index];
    if (outcome === 'stored') tally.imported += 1;
    if (outcome === 'already-there') tally.alreadyThere += 1;
    if (outcome !== 'differs') continue;
    tally.rejected += 1;
    const reason = `externalId: the channel has another message under "${dialogue.externalId}"`;
    await job.rejected.add(row, reason);
  }
}
