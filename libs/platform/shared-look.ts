interface Asking<Question, Answer> {
  question: Question;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

interface Line<Question, Answer> {
  asking: Asking<Question, Answer>[];
  isLooking: boolean;
  freeAt: number;
  timer: NodeJS.Timeout | undefined;
}

export interface SharedLookOptions<Question, Answer> {
  everyMs: number;
  /** Questions with the same key share a look. */
  keyOf(question: Question): string;
  /** Answers in the order of the questions. */
  look(questions: Question[]): Promise<Answer[]>;
}

/**
 * Lets many share one look at something that costs: at most one per key and interval, however many ask. The first looks
 * at once; who asks within the interval waits for the next look. Every answer is from a look that began after the
 * question, so that nobody who was told of a change is shown what was before it.
 */
export class SharedLook<Question, Answer> {
  private readonly lines = new Map<string, Line<Question, Answer>>();

  constructor(private readonly options: SharedLookOptions<Question, Answer>) {}

  ask(question: Question): Promise<Answer> {
    const key = this.options.keyOf(question);
    const line = this.lines.get(key) ?? { asking: [], isLooking: false, freeAt: 0, timer: undefined };
    this.lines.set(key, line);
    return new Promise<Answer>((resolve, reject) => {
      line.asking.push({ question, resolve, reject });
      this.schedule(key, line);
    });
  }

  private schedule(key: string, line: Line<Question, Answer>): void {
    if (line.isLooking || line.timer) return;
    const wait = Math.max(0, line.freeAt - performance.now());
    line.timer = setTimeout(() => void this.look(key, line), wait);
  }

  private async look(key: string, line: Line<Question, Answer>): Promise<void> {
    const asking = line.asking.splice(0);
    line.timer = undefined;
    line.isLooking = true;
    line.freeAt = performance.now() + this.options.everyMs;
    try {
      settle(asking, await this.options.look(asking.map(({ question }) => question)));
    } catch (error) {
      for (const { reject } of asking) reject(error);
    }
    line.isLooking = false;
    if (line.asking.length > 0) this.schedule(key, line);
    else this.forgetLater(key, line);
  }

  /** Nobody watches any more: nothing is kept. */
  private forgetLater(key: string, line: Line<Question, Answer>): void {
    setTimeout(() => {
      const isIdle = line.asking.length === 0 && !line.isLooking && performance.now() >= line.freeAt;
      if (isIdle && this.lines.get(key) === line) this.lines.delete(key);
    }, this.options.everyMs * 2).unref();
  }
}

function settle<Question, Answer>(asking: Asking<Question, Answer>[], answers: Answer[]): void {
  for (const [index, { resolve, reject }] of asking.entries()) {
    const answer = answers[index];
    if (answer === undefined) reject(new Error('a shared look answered fewer questions than it was asked'));
    else resolve(answer);
  }
}
