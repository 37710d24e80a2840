import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { acceptedSchema } from '#contracts/intake.http.js';
import { OperatorProblem } from '../operator-problem.js';

export type Sent =
  | { outcome: 'accepted' | 'duplicate' }
  | { outcome: 'refused'; reason: string }
  | { outcome: 'failed'; reason: string };

const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
const ANSWER_WITHIN_MS = 30_000;

/** What of an RFC 9457 problem explains a refusal; another server may answer anything. */
const refusalSchema = z.object({ title: z.string().optional(), detail: z.string().optional() });

/** The real intake over HTTP, on connections that are kept. */
export class IntakeClient {
  constructor(
    private readonly baseUrl: string,
    private readonly key: string,
    private readonly signal: AbortSignal,
  ) {}

  /** Sends it until there is an answer, five times at most; the same id makes that safe. Throws `OperatorProblem` for a key that is not taken. */
  async send(message: Record<string, unknown>): Promise<Sent> {
    for (let attempt = 1; ; attempt += 1) {
      const { sent, retryAfterMs } = await this.attempt(message);
      if (sent.outcome !== 'failed' || attempt >= ATTEMPTS || this.signal.aborted) return sent;
      const backoff = FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
      const wait = Math.min(Math.max(backoff, retryAfterMs), LONGEST_PAUSE_MS);
      await pause(wait, undefined, { signal: this.signal }).catch(() => undefined);
    }
  }

  private async attempt(message: Record<string, unknown>): Promise<{ sent: Sent; retryAfterMs: number }> {
    try {
      const response = await fetch(new URL('/api/messages', this.baseUrl), {
        method: 'POST',
        headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      const answer: unknown = await response.json().catch(() => undefined);
      return { sent: read(response, answer), retryAfterMs: retryAfterOf(response) };
    } catch (error) {
      if (error instanceof OperatorProblem) throw error;
      return { sent: { outcome: 'failed', reason: reasonOf(error) }, retryAfterMs: 0 };
    }
  }
}

function read(response: Response, answer: unknown): Sent {
  if (response.status === 202) {
    const accepted = acceptedSchema.safeParse(answer);
    if (!accepted.success) return { outcome: 'failed', reason: 'the answer is none of an intake' };
    return { outcome: accepted.data.duplicate ? 'duplicate' : 'accepted' };
  }
  const problem = refusalSchema.safeParse(answer).data;
  const reason = `${response.status} ${problem?.detail ?? problem?.title ?? response.statusText}`.trim();
  if (response.status === 401 || response.status === 403) {
    throw new OperatorProblem(`The desk does not take this key (${reason}).`);
  }
  return { outcome: response.status === 429 || response.status >= 500 ? 'failed' : 'refused', reason };
}

function retryAfterOf(response: Response): number {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) ? seconds * 1_000 : 0;
}

/** fetch says only "fetch failed"; why stands in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.name === 'TimeoutError' ? `no answer within ${ANSWER_WITHIN_MS / 1_000} s` : error.message;
}
