import { bodySchema, messageSchema } from '#contracts/intake.http.js';
import type { HistoricDialogue } from '#desk/intake/historic-import.js';
import type { ColumnMap, MessageField } from './column-map.js';
import { instantFrom } from './local-time.js';
import { RejectedRow } from './rejected-row.js';
import { tidyLine, tidyText } from './tidy-text.js';

export interface DialogueReading {
  columns: ColumnMap;
  /** How many cells a whole row has. */
  width: number;
  timeZone: string;
  department: string;
  now: Date;
}

/** A row as a dialogue, under the limits of intake. Throws `RejectedRow` with every reason. */
export function readDialogue(cells: readonly string[], reading: DialogueReading): HistoricDialogue {
  if (cells.length !== reading.width) {
    throw new RejectedRow(`the row has ${cells.length} columns where the header has ${reading.width}`);
  }
  const cell = (field: MessageField) => cells[reading.columns[field] ?? -1] ?? '';
  const { externalId, author, title, body } = checked(cell, reading.department);
  const postedAt = timeOf('postedAt', cell('postedAt'), reading);
  return { externalId, author, title: title || null, body, postedAt, reply: replyOf(cell, { postedAt, reading }) };
}

export function externalIdOf(cells: readonly string[], columns: ColumnMap): string {
  return tidyLine(cells[columns.externalId ?? -1] ?? '');
}

export function bodyOf(cells: readonly string[], columns: ColumnMap): string {
  return tidyText(cells[columns.body ?? -1] ?? '');
}

type Cell = (field: MessageField) => string;

function checked(cell: Cell, department: string) {
  const author = tidyLine(cell('author'));
  const result = messageSchema.safeParse({
    externalId: tidyLine(cell('externalId')),
    department,
    author: { externalId: author, name: tidyLine(cell('authorName')) || author },
    title: tidyLine(cell('title')),
    body: tidyText(cell('body')),
  });
  if (result.success) return result.data;
  const reasons = result.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
  throw new RejectedRow([...new Set(reasons)].join('; '));
}

function replyOf(
  cell: Cell,
  { postedAt, reading }: { postedAt: Date; reading: DialogueReading },
): HistoricDialogue['reply'] {
  const text = tidyText(cell('replyBody'));
  const written = cell('repliedAt').trim();
  if (!text && !written) return null;
  if (!text) throw new RejectedRow('replyBody: there is a time of the answer but no answer');
  if (!written) throw new RejectedRow('repliedAt: there is an answer without its time');
  const body = bodySchema.safeParse(text);
  if (!body.success) throw new RejectedRow(`replyBody: ${body.error.issues[0]?.message}`);
  const sentAt = timeOf('repliedAt', written, reading, postedAt);
  if (sentAt < postedAt) throw new RejectedRow('repliedAt: the answer is older than the message');
  return { body: body.data, sentAt };
}

function timeOf(field: MessageField, written: string, { timeZone, now }: DialogueReading, after?: Date): Date {
  if (!written.trim()) throw new RejectedRow(`${field}: must not be empty`);
  const at = instantFrom(written, { field, zone: timeZone, after, before: now });
  if (at > now) throw new RejectedRow(`${field}: must not be in the future`);
  return at;
}
