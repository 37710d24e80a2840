import { type Accepted, BATCH_LINES_LIMIT, type BatchResult, MESSAGE_BYTES_LIMIT } from '#contracts/intake.http.js';
import { Refusal } from '#domain/refusal.js';
import { problemOf } from '#platform/http/problem.filter.js';
import { type Line, linesOf } from './lines.js';

/** Lines under way at a time: enough to share commits, few enough to keep memory flat. */
const WINDOW = 256;

type Receive = (value: unknown) => Promise<Accepted>;

/** Yields one NDJSON line for each line of the input, in order. A bad line fails alone. */
export async function* receiveBatch(input: AsyncIterable<Buffer>, receive: Receive): AsyncGenerator<string> {
  let number = 0;
  let pending: Promise<BatchResult>[] = [];
  for await (const line of linesOf(input, MESSAGE_BYTES_LIMIT)) {
    number += 1;
    const value = number > BATCH_LINES_LIMIT ? tooMany() : parsed(line);
    // What it replies to may be an earlier line: that has to be stored first.
    if (isThreaded(value) || pending.length >= WINDOW) {
      yield* printed(pending);
      pending = [];
    }
    pending.push(resultOf(number, value, receive));
  }
  yield* printed(pending);
}

async function* printed(pending: readonly Promise<BatchResult>[]): AsyncGenerator<string> {
  if (pending.length === 0) return;
  const results = await Promise.all(pending);
  yield results.map((result) => `${JSON.stringify(result)}\n`).join('');
}

async function resultOf(line: number, value: unknown, receive: Receive): Promise<BatchResult> {
  try {
    if (value instanceof Refusal) throw value;
    return { line, status: 202, ...(await receive(value)) };
  } catch (error) {
    const { status, code, detail, errors } = problemOf(error);
    return { line, status, code, detail, errors };
  }
}

function parsed(line: Line): unknown {
  if (line.isTooLong)
    return new Refusal('too-large', { detail: `A line may have ${MESSAGE_BYTES_LIMIT} bytes at the most.` });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line.bytes));
  } catch {
    return new Refusal('invalid', { detail: 'The line is not JSON in UTF-8.' });
  }
}

function tooMany(): Refusal {
  return new Refusal('too-large', { detail: `A batch may have ${BATCH_LINES_LIMIT} lines at the most.` });
}

function isThreaded(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'inReplyTo' in value;
}
