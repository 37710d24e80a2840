import { randomUUID } from 'node:crypto';
import { postMessage } from '../support/clients.js';

export interface LoadAnswer {
  externalId: string;
  status: number;
  /** By `performance.now()`. */
  sentAt: number;
  milliseconds: number;
}

export interface Load {
  /** Ends the posting; resolves with every answer once the last has come. */
  stop(): Promise<LoadAnswer[]>;
}

/** Citizens who write at an even pace, whether or not the earlier ones were answered yet. */
export function steadyLoad(target: { api: string; key: string; department: string; perSecond: number }): Load {
  const answers: Promise<LoadAnswer>[] = [];
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const due = ((performance.now() - startedAt) / 1_000) * target.perSecond;
    while (answers.length < due) answers.push(send(target));
  }, 5);
  return {
    stop: () => {
      clearInterval(timer);
      return Promise.all(answers);
    },
  };
}

async function send({ api, key, department }: { api: string; key: string; department: string }): Promise<LoadAnswer> {
  const externalId = randomUUID();
  const sentAt = performance.now();
  const { status } = await postMessage(api, key, { department, externalId });
  return { externalId, status, sentAt, milliseconds: performance.now() - sentAt };
}

/** How long half of them waited at most. In milliseconds. */
export function middling(answers: readonly LoadAnswer[]): number {
  const sorted = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY;
}
