import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { classifierAnswerSchema, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '#contracts/classifier.js';
import type { ScreeningNote } from '#domain/moderation/finding-kinds.js';
import type { PhaseFinding } from '#domain/moderation/screening.js';
import { Clock } from '#platform/clock.js';
import { Metrics } from '#platform/metrics/metrics.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';

export interface ClassifiedText {
  id: string;
  title: string | null;
  body: string;
  language: string;
}

export interface ClassifierAnswer {
  findings: PhaseFinding[];
  /** Why there is no answer; null where there is one. */
  note: Extract<ScreeningNote, 'classifier-silent' | 'classifier-unusable'> | null;
}

const SILENT: ClassifierAnswer = { findings: [], note: 'classifier-silent' };
const UNUSABLE: ClassifierAnswer = { findings: [], note: 'classifier-unusable' };

const AT_ONCE = 16;
const LARGEST_ANSWER = 64 * 1_024;
/** After so many silences in a row it is left alone for a while: citizens do not wait for a machine that is away. */
const SILENCES = 5;
const REST_MS = 30_000;

/**
 * Somebody else's machine that looks at each text, where one is configured. It sees title, text and language, and not who
 * wrote; whatever it does (nothing, rubbish, a redirect), screening goes on without it and says so.
 */
@Injectable()
export class ExternalClassifier {
  private silences = 0;
  private restsUntil = 0;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  get isAsked(): boolean {
    return this.runtime.config.CLASSIFIER_URL !== undefined;
  }

  async askAbout(texts: readonly ClassifiedText[]): Promise<ReadonlyMap<string, ClassifierAnswer>> {
    const answers = new Map<string, ClassifierAnswer>();
    const waiting = [...texts];
    const worker = async () => {
      for (let text = waiting.shift(); text; text = waiting.shift()) answers.set(text.id, await this.ask(text));
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, texts.length) }, worker));
    return answers;
  }

  private async ask(text: ClassifiedText): Promise<ClassifierAnswer> {
    const { CLASSIFIER_URL: url, CLASSIFIER_SECRET: secret } = this.runtime.config;
    if (!url || !secret || this.clock.now().getTime() < this.restsUntil) return this.counted(SILENT, 'resting');
    try {
      const answer = await this.post(text, { url, secret });
      this.silences = 0;
      return this.counted(answer, answer.note ? 'unusable' : 'answered');
    } catch (error) {
      this.hearNothing(error);
      return this.counted(SILENT, 'silent');
    }
  }

  /** Throws where nothing comes back in time. */
  private async post(
    { id, title, body, language }: ClassifiedText,
    { url, secret }: { url: string; secret: string },
  ): Promise<ClassifierAnswer> {
    const payload = JSON.stringify({ messageId: id, title, body, language });
    const timestamp = Math.floor(this.clock.now().getTime() / 1_000).toString();
    const signature = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex');
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        [TIMESTAMP_HEADER]: timestamp,
        [SIGNATURE_HEADER]: `sha256=${signature}`,
      },
      body: payload,
      signal: AbortSignal.timeout(this.runtime.config.CLASSIFIER_TIMEOUT_MS),
    });
    const text = response.status === 200 ? await shortTextOf(response) : await dropped(response);
    return text === null ? UNUSABLE : answerIn(text);
  }

  private hearNothing(error: unknown): void {
    this.silences += 1;
    if (this.silences < SILENCES) return;
    this.silences = 0;
    this.restsUntil = this.clock.now().getTime() + REST_MS;
    this.runtime.log.warn({ err: error, restMs: REST_MS }, 'the external classifier does not answer; it is left alone');
  }

  private counted(answer: ClassifierAnswer, outcome: 'answered' | 'unusable' | 'silent' | 'resting'): ClassifierAnswer {
    this.metrics.classifierAnswers.inc({ outcome });
    return answer;
  }
}

async function dropped(response: Response): Promise<null> {
  await response.body?.cancel();
  return null;
}

/** Null for one that is too long to be an answer; no more of it is read. */
async function shortTextOf(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    // Leaving the loop ends the stream.
    if (length > LARGEST_ANSWER) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answerIn(text: string): ClassifierAnswer {
  const parsed = classifierAnswerSchema.safeParse(jsonIn(text));
  if (!parsed.success) return UNUSABLE;
  const findings = parsed.data.findings.map(({ label, ...found }) => ({ kind: `classified-${label}`, ...found }));
  return { findings, note: null };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
