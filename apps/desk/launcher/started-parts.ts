export interface StartedPart {
  /** In order, waiting for what is under way. */
  stop(): Promise<void>;
  /** At once, without waiting. */
  kill(): void;
}

/** What was started, so that it is stopped in the reverse order however far the start came. */
export class StartedParts {
  private readonly parts: StartedPart[] = [];

  add(part: StartedPart): void {
    this.parts.push(part);
  }

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }

  async stop(): Promise<void> {
    for (let part = this.parts.pop(); part; part = this.parts.pop()) {
      await part.stop().catch((error) => process.stderr.write(`${error}\n`));
    }
  }

  kill(): void {
    for (const part of this.parts.reverse()) part.kill();
  }
}
