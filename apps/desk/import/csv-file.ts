import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { type CsvError, type Parser, parse } from 'csv-parse';
import { OperatorProblem } from '../operator-problem.js';
import { textCheck } from './text-check.js';

export interface CsvRow {
  /** Where it starts in the file; the header is on line 1. */
  line: number;
  cells: string[];
}

/** More than this in one record means that a quote was never closed: the rest of the file is not swallowed into memory. */
const LONGEST_RECORD = 4 * 1024 * 1024;

/** A CSV file read row by row, however large: header first, then `rows()` once. */
export class CsvFile {
  private line = 0;
  private endsBadly = false;

  private constructor(
    readonly name: string,
    readonly size: number,
    private readonly source: ReadStream,
    private readonly records: AsyncIterator<string[]>,
    readonly header: string[] = [],
  ) {}

  /** Throws `OperatorProblem` for a file that is missing, empty or not a file. */
  static async open(path: string, encoding: string): Promise<CsvFile> {
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) throw new OperatorProblem(`There is no file ${path}.`);
    const source = createReadStream(path, { highWaterMark: 256 * 1024 });
    const name = basename(path);
    const parser = parserFor((error) => file.noteEnd(error));
    pipeline(source, textCheck(name, encoding), parser, () => undefined);
    const file: CsvFile = new CsvFile(name, found.size, source, parser[Symbol.asyncIterator]());
    const first = await file.next();
    if (!first) throw new OperatorProblem(`${name} is empty: a header line with the names of the columns is needed.`);
    file.header.push(...first.cells.map((cell) => cell.trim()));
    return file;
  }

  get bytesRead(): number {
    return this.source.bytesRead;
  }

  /** The line of a quote that is never closed, so that nothing after it can be read; null in a sound file. */
  get brokenAtLine(): number | null {
    return this.endsBadly ? this.line + 1 : null;
  }

  async *rows(): AsyncGenerator<CsvRow> {
    try {
      for (let row = await this.next(); row; row = await this.next()) yield row;
    } finally {
      this.source.destroy();
    }
  }

  private async next(): Promise<CsvRow | undefined> {
    for (;;) {
      const { done, value } = await this.records.next();
      if (done) return undefined;
      const row = { line: this.line + 1, cells: value };
      this.line += linesOf(row.cells);
      if (row.cells.length > 1 || row.cells[0]?.trim()) return row;
    }
  }

  private noteEnd(_error: CsvError | undefined): void {
    this.endsBadly = true;
  }
}

function parserFor(onBroken: (error: CsvError | undefined) => void): Parser {
  return parse({
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
    skip_records_with_error: true,
    on_skip: (error) => {
      onBroken(error);
      return undefined;
    },
  });
}

/** The parser's own count takes a CRLF within quotes for two. */
function linesOf(cells: readonly string[]): number {
  let lines = 1;
  for (const cell of cells) if (/[\r\n]/.test(cell)) lines += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
  return lines;
}
