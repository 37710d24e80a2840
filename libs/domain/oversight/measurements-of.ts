import type { ConversationStatus } from '../conversations/conversation.lifecycle.js';
import { type ClockRun, isOpen } from '../deadlines/clock-run.js';
import type { Deadline } from '../deadlines/deadline.js';
import type { DeadlineKind } from '../deadlines/deadline-policy.js';
import { type Happening, textIn } from '../deadlines/history.js';
import { runsOf } from '../deadlines/runs-of.js';
import type { Measure, Register } from './measure.js';

/** Something that lasted, or happened, and is over. */
export interface Measured {
  measure: Measure;
  /** The how manyth of its kind in the conversation, from 1. */
  ordinal: number;
  startedAt: Date;
  endedAt: Date;
  /** Who ended it; null where nobody is known, as of an imported answer. */
  officerId: string | null;
  /** Null where no answer ended it. */
  register: Register | null;
  /** In the time that was promised for it; null where nothing was. */
  isWithin: boolean | null;
  /** Closed instead of answered: in the share of what was promised, for a promise ended there too, and in nothing else. */
  isUnanswered: boolean;
}

/** Of a conversation, what lists and figures must agree upon. */
export interface MeasuredCase {
  id: string;
  status: ConversationStatus;
  openedAt: Date;
  firstAnsweredAt: Date | null;
}

export interface Life {
  conversation: MeasuredCase;
  history: readonly Happening[];
  deadlines: readonly Pick<Deadline, 'kind' | 'ordinal' | 'dueAt' | 'outcome'>[];
}

/**
 * What is over in the life of a conversation. One that is merged has none: its survivor has. What is open is not among
 * them; it is counted from the conversations themselves. The first answer is that of the row, which knows it through
 * merges and splits too; one whose history was never written down has that and its resolution.
 */
export function measurementsOf(life: Life): Measured[] {
  const { conversation, history } = life;
  if (conversation.status === 'merged') return [];
  const runs = runsOf(conversation.id, history);
  return [
    ...acknowledgedIn(life, runs),
    ...firstAnswerIn(life, runs),
    ...nextAnswersIn(life, runs),
    ...lettersIn(life, runs),
    ...resolutionIn(life, runs),
    ...reopeningsIn(runs),
    ...transfersIn(history),
  ];
}

function acknowledgedIn(life: Life, runs: readonly ClockRun[]): Measured[] {
  return endedOf(runs, 'acknowledge').map((run) => ({
    ...{ measure: 'acknowledged' as const, ordinal: run.ordinal, startedAt: run.startedAt, endedAt: run.endedAt },
    officerId: whoActed(life.history, run.endedAt),
    register: null,
    isWithin: isWithin(life, 'acknowledge', run),
    isUnanswered: false,
  }));
}

function firstAnswerIn(life: Life, runs: readonly ClockRun[]): Measured[] {
  const { openedAt, firstAnsweredAt } = life.conversation;
  if (!firstAnsweredAt) return endedOf(runs, 'answer').flatMap((run) => closedIn(life, run, 'answer'));
  const span = { ordinal: 1, startedAt: openedAt, endedAt: firstAnsweredAt };
  const by = answerAt(life.history, firstAnsweredAt) ?? UNKNOWN;
  const within = isWithin(life, 'answer', span);
  return [{ measure: 'first-answer', ...span, ...by, isWithin: within, isUnanswered: false }];
}

/** Closing ends a promise as answering does, in time or late: whoever left it out of the share would be kept from no delay. */
function closedIn(life: Life, run: Ended, kind: 'answer' | 'next-answer'): Measured[] {
  const { ordinal, startedAt, endedAt } = run;
  const within = isWithin(life, kind, run);
  if (within === null || answerAt(life.history, endedAt)) return [];
  return [
    {
      measure: kind === 'answer' ? 'first-answer' : 'next-answer',
      ...{ ordinal, startedAt, endedAt, officerId: whoActed(life.history, endedAt), register: null },
      ...{ isWithin: within, isUnanswered: true },
    },
  ];
}

function nextAnswersIn(life: Life, runs: readonly ClockRun[]): Measured[] {
  return endedOf(runs, 'next-answer').flatMap((run) => {
    const { ordinal, startedAt, endedAt } = run;
    const by = answerAt(life.history, endedAt);
    if (!by) return closedIn(life, run, 'next-answer');
    return [
      {
        measure: 'next-answer' as const,
        ordinal,
        startedAt,
        endedAt,
        ...by,
        isWithin: isWithin(life, 'next-answer', run),
        isUnanswered: false,
      },
    ];
  });
}

function lettersIn(life: Life, runs: readonly ClockRun[]): Measured[] {
  return endedOf(runs, 'letter').map((run) => {
    const { ordinal, startedAt, endedAt } = run;
    const by = { ...(answerAt(life.history, endedAt) ?? UNKNOWN), register: 'letter' as const };
    return {
      measure: 'letter' as const,
      ordinal,
      startedAt,
      endedAt,
      ...by,
      isWithin: isWithin(life, 'letter', run),
      isUnanswered: false,
    };
  });
}

/** As long as it stays done: the answer or the closing after which nobody waited any more. Nothing is promised for it. */
function resolutionIn({ conversation, history }: Life, runs: readonly ClockRun[]): Measured[] {
  const { status, openedAt, firstAnsweredAt } = conversation;
  if (status !== 'answered' && status !== 'closed') return [];
  const ends = [...endedOf(runs, 'answer'), ...endedOf(runs, 'next-answer')].map(({ endedAt }) => endedAt.getTime());
  const endedAt = ends.length > 0 ? new Date(Math.max(...ends)) : firstAnsweredAt;
  if (!endedAt) return [];
  const by = answerAt(history, endedAt) ?? { officerId: whoActed(history, endedAt), register: null };
  return [
    { measure: 'resolution', ordinal: 1, startedAt: openedAt, endedAt, ...by, isWithin: null, isUnanswered: false },
  ];
}

/** Somebody waits again after nobody did. */
function reopeningsIn(runs: readonly ClockRun[]): Measured[] {
  const waits = runs.filter(({ kind }) => kind === 'answer' || kind === 'next-answer');
  const again = waits.filter((run, place) => {
    const before = waits[place - 1]?.endedAt;
    return before !== undefined && before !== null && run.startedAt >= before;
  });
  return again.map(({ startedAt }, place) => ({ ...happened('reopened', place + 1, startedAt), officerId: null }));
}

function transfersIn(history: readonly Happening[]): Measured[] {
  return history
    .filter(({ type, sharedSince }) => type === 'conversation.transferred' && !sharedSince)
    .map((transfer, place) => ({
      ...happened('transferred', place + 1, transfer.at),
      officerId: transfer.byOfficerId,
    }));
}

function happened(measure: Measure, ordinal: number, at: Date): Omit<Measured, 'officerId'> {
  return { measure, ordinal, startedAt: at, endedAt: at, register: null, isWithin: null, isUnanswered: false };
}

type Ended = ClockRun & { endedAt: Date };

function endedOf(runs: readonly ClockRun[], kind: DeadlineKind): Ended[] {
  return runs.flatMap((run) =>
    run.kind === kind && !isOpen(run) && run.endedAt && !run.isCancelled ? [{ ...run, endedAt: run.endedAt }] : [],
  );
}

const UNKNOWN = { officerId: null, register: null } as const;

function answerAt(history: readonly Happening[], at: Date): Pick<Measured, 'officerId' | 'register'> | null {
  const answer = history.find((happening) => happening.at.getTime() === at.getTime() && isAnswer(happening));
  if (!answer) return null;
  return { officerId: answer.byOfficerId, register: answer.type === 'letter.published' ? 'letter' : 'reply' };
}

function isAnswer(happening: Happening): boolean {
  if (happening.type === 'letter.published') return true;
  const [kind = 'answer'] = textIn(happening, 'kind');
  return happening.type === 'reply.sent' && kind === 'answer';
}

function whoActed(history: readonly Happening[], at: Date): string | null {
  return history.flatMap((one) => (one.at.getTime() === at.getTime() ? (one.byOfficerId ?? []) : []))[0] ?? null;
}

/** Measured against the promise itself: an answer after a closing in time is not in time for that. */
function isWithin(
  { deadlines }: Life,
  kind: DeadlineKind,
  { ordinal, endedAt }: { ordinal: number; endedAt: Date },
): boolean | null {
  const deadline = deadlines.find((one) => one.kind === kind && one.ordinal === ordinal);
  if (!deadline?.dueAt || deadline.outcome === 'cancelled') return null;
  return endedAt <= deadline.dueAt;
}
