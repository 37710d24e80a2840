import { Socket } from 'node:net';

/**
 * Statements that are sent in one turn of the event loop leave in one write. A write wakes the server's process, which
 * costs more than most statements of the desk do.
 */
export class GatheringSocket extends Socket {
  private isHeld = false;

  override uncork(): void {
    if (this.isHeld) {
      super.uncork();
      return;
    }
    this.isHeld = true;
    process.nextTick(() => {
      this.isHeld = false;
      super.uncork();
    });
  }
}
