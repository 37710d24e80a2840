import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { CsvRow } from './csv-file.js';

/** The rows that were not taken, as a CSV file with line and reason before the original columns: correct it and import it. */
export class RejectedRows {
  count = 0;
  private file: WriteStream | undefined;

  constructor(
    readonly path: string,
    private readonly header: readonly string[],
  ) {}

  async add(row: CsvRow, reason: string): Promise<void> {
    this.count += 1;
    this.file ??= await this.open();
    if (!this.file.write(lineOf([String(row.line), reason, ...row.cells]))) await once(this.file, 'drain');
  }

  async close(): Promise<void> {
    if (!this.file) return;
    this.file.end();
    await once(this.file, 'close');
  }

  private async open(): Promise<WriteStream> {
    const file = createWriteStream(this.path);
    await once(file, 'open');
    file.write(`\ufeff${lineOf(['line', 'reason', ...this.header])}`);
    return file;
  }
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
