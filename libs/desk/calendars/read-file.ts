import type { ExceptionRow } from '#domain/deadlines/exception-rows.js';
import type { ImportReason, RefusedRow } from '#domain/deadlines/import-refusals.js';

/** The lines of a file, and those that could not be read. */
export interface ReadFile {
  rows: ExceptionRow[];
  refused: RefusedRow[];
}

/** A file that cannot be read at all, and from where on. */
export function unread(refused: RefusedRow): ReadFile {
  return { rows: [], refused: [refused] };
}

/** Why a part of a file cannot be taken, before it is known on which line that is said. */
export interface Refused {
  code: ImportReason;
  detail: string;
}

export const refuse = (code: ImportReason, detail = ''): Refused => ({ code, detail });

export function isRefused(value: object | null): value is Refused {
  return value !== null && 'code' in value;
}
