import { say } from '../launcher/progress.js';
import type { ReplayTally } from './replay-messages.js';

const ON_TERMINAL_MS = 500;
const IN_LOG_MS = 3_000;

/** One line that is written over on a terminal; a line every few seconds in a log. */
export class ReplayProgress {
  private shownAt = performance.now();
  private isLineOpen = false;

  show(tally: ReplayTally): void {
    const isTTY = process.stdout.isTTY === true;
    if (performance.now() - this.shownAt < (isTTY ? ON_TERMINAL_MS : IN_LOG_MS)) return;
    this.shownAt = performance.now();
    if (isTTY) process.stdout.write(`\r\x1b[2K${tallyInWords(tally)}`);
    else say(tallyInWords(tally));
    this.isLineOpen = isTTY;
  }

  stop(): void {
    if (this.isLineOpen) process.stdout.write('\r\x1b[2K');
  }
}

export function tallyInWords(tally: ReplayTally): string {
  const { sent, accepted, duplicate, refused, failed, latency } = tally;
  return (
    `${sent} sent: ${accepted} accepted, ${duplicate} duplicates, ${refused} refused, ${failed} failed; ` +
    `p50 ${inMs(latency.percentile(0.5))}, p99 ${inMs(latency.percentile(0.99))}`
  );
}

function inMs(milliseconds: number | null): string {
  if (milliseconds === null) return '–';
  return milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds)} ms`;
}
