import type { ImportedFile } from '#desk/calendars/calendar-import.service.js';
import { Refusal } from '#domain/refusal.js';

const KINDS: Record<string, ImportedFile['kind']> = { 'text/csv': 'csv', 'text/calendar': 'ical' };

export const IMPORTED_TYPES = Object.keys(KINDS);

export function importedFile(contentType: string | undefined, body: unknown): ImportedFile {
  const kind = KINDS[contentType?.split(';')[0]?.trim().toLowerCase() ?? ''];
  if (kind && Buffer.isBuffer(body)) return { kind, bytes: body };
  throw new Refusal('invalid', { detail: 'Send the file as text/csv or text/calendar.' });
}
