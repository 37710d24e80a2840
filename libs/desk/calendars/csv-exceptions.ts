import { CsvError, parse } from 'csv-parse/sync';
import { EXCEPTIONS_LIMIT } from '#contracts/calendars.http.js';
import type { ExceptionRow } from '#domain/deadlines/exception-rows.js';
import { type RefusedRow, refusedRow } from '#domain/deadlines/import-refusals.js';
import { type ReadFile, unread } from './read-file.js';

/** What a column may be called. */
const COLUMNS: Record<'date' | 'name' | 'nameEn' | 'nameZh' | 'from' | 'to', readonly string[]> = {
  date: ['date', '日期'],
  name: ['name', '名称', '节日'],
  nameEn: ['name_en'],
  nameZh: ['name_zh'],
  from: ['from', '开始', '上班'],
  to: ['to', '结束', '下班'],
};

/** By the heading: spreadsheets of some countries separate otherwise. */
const DELIMITERS = [',', ';', '\t', '，'];

/** `date,name,from,to` with its heading; a line without hours, or with "closed" in their place, is a day off. */
export function csvExceptions(text: string): ReadFile {
  const { lines, broken } = linesOf(text);
  const [heading, ...others] = lines;
  if (broken) return unread(broken);
  if (!heading) return unread(refusedRow(1, 'empty'));
  const names = heading.cells.map((cell) => cell.trim().toLowerCase());
  const at = (column: keyof typeof COLUMNS) => names.findIndex((name) => COLUMNS[column].includes(name));
  if (at('date') < 0) return unread(refusedRow(heading.line, 'no-heading'));
  if (others.length > EXCEPTIONS_LIMIT) return unread(refusedRow(1, 'too-many', EXCEPTIONS_LIMIT));
  const rows = others.map(({ line, cells }): ExceptionRow => {
    const cell = (column: keyof typeof COLUMNS) => cells[at(column)]?.trim() ?? '';
    const name = { en: cell('nameEn') || cell('name'), zh: cell('nameZh') || cell('name') };
    return { line, date: cell('date'), name, from: cell('from'), to: cell('to') };
  });
  return { rows, refused: [] };
}

interface Line {
  line: number;
  cells: string[];
}

function linesOf(text: string): { lines: Line[]; broken: RefusedRow | null } {
  const lines: Line[] = [];
  const keep = (cells: string[], { lines: line }: { lines: number }) => {
    if (cells.some((cell) => cell.trim() !== '')) lines.push({ line, cells });
    return null;
  };
  const delimiter = DELIMITERS.find((one) => text.split('\n', 1)[0]?.includes(one)) ?? ',';
  try {
    parse(text, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, on_record: keep });
    return { lines, broken: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { lines, broken: refusedRow((lines.at(-1)?.line ?? 0) + 1, 'not-csv') };
  }
}
