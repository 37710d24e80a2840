import type { Priority } from '../conversations/priority.js';
import { type ClockRun, isOpen } from './clock-run.js';
import type { Cause } from './deadline.js';
import type { DeadlineKind } from './deadline-policy.js';

export interface Waiting {
  id: string;
  postedAt: Date;
  receivedAt: Date;
}

/** What a history has come to so far. */
export interface State {
  id: string;
  runs: ClockRun[];
  departmentId: string;
  priority: Priority;
  classCode: string | null;
  openingId: string | null;
  /** Of anybody in this history: received and not yet for officers to see. */
  unscreened: Map<string, Waiting & { isOwn: boolean }>;
  /** Its own that officers see and no answer has read, in the order in which they were cleared. */
  unread: Map<string, Waiting>;
}

export function begun(id: string, departmentId: string): State {
  return {
    id,
    runs: [],
    departmentId,
    priority: 'normal',
    classCode: null,
    openingId: null,
    unscreened: new Map(),
    unread: new Map(),
  };
}

interface Start {
  at: Date;
  messageId: string | null;
  code: Cause['code'];
}

export function begin(state: State, kind: DeadlineKind, { at, messageId, code }: Start): void {
  const { runs, departmentId, classCode, priority } = state;
  runs.push({
    kind,
    ordinal: runs.filter((run) => run.kind === kind).length + 1,
    departmentId,
    promisedBy: departmentId,
    classCode,
    priority,
    startedAt: at,
    countsFrom: at,
    endedAt: null,
    isCancelled: false,
    pauses: [],
    extension: null,
    marks: [{ at, why: { code, detail: {} } }],
    messageId,
  });
}

export function beginForUnread(state: State): void {
  const first = firstUnread(state);
  if (first) begin(state, 'next-answer', { at: first.postedAt, messageId: first.id, code: 'message' });
}

export function firstUnread({ unread }: State): Waiting | undefined {
  return [...unread.values()].sort((a, b) => a.postedAt.getTime() - b.postedAt.getTime())[0];
}

export function acknowledge(state: State, at: Date): void {
  end(openRuns(state, 'acknowledge'), at);
}

export function end(runs: readonly ClockRun[], at: Date): void {
  for (const run of runs) {
    run.endedAt = at;
    const pause = run.pauses.at(-1);
    if (pause && pause.to === null) pause.to = at;
  }
}

/** On every clock that runs. */
export function mark(state: State, at: Date, why: Cause): void {
  for (const run of state.runs.filter(isOpen)) run.marks.push({ at, why });
}

export function openRuns({ runs }: State, ...kinds: DeadlineKind[]): ClockRun[] {
  return runs.filter((run) => isOpen(run) && kinds.includes(run.kind));
}

export function waitingRun(state: State): ClockRun | undefined {
  return openRuns(state, 'answer', 'next-answer')[0];
}
