import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { LogFile } from './log-file.js';
import { say } from './progress.js';

const WARN = 40;
const ERROR = 50;
const QUIET_MS = 10_000;

/** All lines go to the file; warnings and errors to the terminal too, the same one at most every ten seconds. */
export class AppLog {
  private complaints: string[] = [];
  private readonly shownAt = new Map<string, number>();

  constructor(
    private readonly app: string,
    private readonly file: LogFile,
  ) {}

  follow(stdout: Readable, stderr: Readable): void {
    createInterface({ input: stdout }).on('line', (line) => this.take(line));
    createInterface({ input: stderr }).on('line', (line) => this.complain(line));
  }

  /** Its own last sentence, or, when Node printed a stack, the line in that which names the error. */
  get lastComplaint(): string {
    const isStack = this.complaints.at(-1)?.startsWith('Node.js v');
    const error = isStack ? this.complaints.findLast((line) => /^(Uncaught )?\w*Error\b/.test(line)) : undefined;
    return error ?? this.complaints.at(-1) ?? '';
  }

  private take(line: string): void {
    this.file.write(line);
    const { level, msg, err } = parse(line);
    if (level < WARN) return;
    const detail = err?.message && err.message !== msg ? `: ${err.message}` : '';
    this.show(`${level < ERROR ? 'warning' : 'error'}: ${msg}${detail}`);
  }

  private complain(line: string): void {
    if (!line.trim()) return;
    this.file.write(line);
    this.complaints = [...this.complaints.slice(-49), line.trim()];
    this.show(line.trim());
  }

  private show(text: string): void {
    const now = Date.now();
    if (now - (this.shownAt.get(text) ?? 0) < QUIET_MS) return;
    if (this.shownAt.size > 500) this.shownAt.clear();
    this.shownAt.set(text, now);
    say(`  [${this.app}] ${text}`);
  }
}

function parse(line: string): { level: number; msg: string; err?: { message?: string } } {
  try {
    return { level: 0, msg: '', ...(JSON.parse(line) as object) };
  } catch {
    return { level: 0, msg: line };
  }
}
