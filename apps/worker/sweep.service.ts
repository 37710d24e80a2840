import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { DUE_WORK, type DueWork } from './due-work.js';

interface Line {
  timer: NodeJS.Timeout;
  running: Promise<void>;
}

/** Asks each kind of due work in its own rhythm, never the same kind twice at a time. */
@Injectable()
export class SweepService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private lines: Line[] = [];
  private readonly stop = new AbortController();

  constructor(
    @Inject(DUE_WORK) private readonly work: readonly DueWork[],
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  onApplicationBootstrap(): void {
    this.lines = this.work.map((work) => this.lineOf(work));
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const { timer } of this.lines) clearInterval(timer);
    this.stop.abort();
    await Promise.all(this.lines.map(({ running }) => running));
  }

  /** All of it, now. Throws what the first that failed threw. */
  async sweep(): Promise<void> {
    for (const work of this.work) await work.run(this.stop.signal);
  }

  private lineOf(work: DueWork): Line {
    let isRunning = false;
    const look = () => {
      if (isRunning) return;
      isRunning = true;
      line.running = this.look(work).finally(() => {
        isRunning = false;
      });
    };
    const line: Line = { running: Promise.resolve(), timer: setInterval(look, work.everyMs) };
    return line;
  }

  private async look(work: DueWork): Promise<void> {
    try {
      await work.run(this.stop.signal);
    } catch (error) {
      this.runtime.log.warn({ err: error, work: work.name }, 'due work failed; it is tried again');
    }
  }
}
