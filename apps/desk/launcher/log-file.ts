import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';

const LARGEST_BYTES = 20_000_000;

/** Appends lines; a file grown large is kept once under `.1` and a new one begun. */
export class LogFile {
  private stream: WriteStream | undefined;
  private bytes = 0;

  constructor(readonly path: string) {}

  write(line: string): void {
    this.stream ??= this.open();
    this.stream.write(`${line}\n`);
    this.bytes += line.length + 1;
    if (this.bytes > LARGEST_BYTES) this.close();
  }

  close(): void {
    this.stream?.end();
    this.stream = undefined;
  }

  private open(): WriteStream {
    mkdirSync(dirname(this.path), { recursive: true });
    this.bytes = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
    if (this.bytes > LARGEST_BYTES) {
      renameSync(this.path, `${this.path}.1`);
      this.bytes = 0;
    }
    // A full disk must not end the launcher, which is what stops everything in order.
    return createWriteStream(this.path, { flags: 'a', mode: 0o600 }).on('error', () => undefined);
  }
}
