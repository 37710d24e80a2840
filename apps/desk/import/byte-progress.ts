import { SingleBar } from 'cli-progress';
import { say } from '../launcher/progress.js';

const LINE_EVERY_MS = 3_000;

/** A bar on a terminal; a line every few seconds in a log. */
export class ByteProgress {
  private readonly bar: SingleBar | undefined;
  private saidAt = performance.now();

  constructor(private readonly size: number) {
    if (!process.stdout.isTTY) return;
    this.bar = new SingleBar({ format: '{bar} {percentage} %  {text}', hideCursor: true, fps: 5, gracefulExit: false });
    this.bar.start(size, 0, { text: '' });
  }

  show(bytes: number, text: string): void {
    this.bar?.update(bytes, { text });
    if (this.bar || performance.now() - this.saidAt < LINE_EVERY_MS) return;
    this.saidAt = performance.now();
    say(`${Math.floor((bytes / Math.max(1, this.size)) * 100)} %  ${text}`);
  }

  stop(): void {
    this.bar?.stop();
  }
}
