import { PRIORITIES, type Priority } from '../conversations/priority.js';
import { type ClockRun, isOpen, isPaused } from './clock-run.js';
import {
  acknowledge,
  begin,
  beginForUnread,
  begun,
  end,
  firstUnread,
  mark,
  openRuns,
  type State,
  type Waiting,
  waitingRun,
} from './clock-state.js';
import { type Happening, textIn } from './history.js';

/**
 * Every time during which a conversation waited for something that may have been promised, from its whole history. A
 * history that does not begin at its beginning has none.
 */
export function runsOf(conversationId: string, history: readonly Happening[]): ClockRun[] {
  const [first] = history;
  if (first?.version !== 1 || first.conversationId !== conversationId) return [];
  const state = begun(conversationId, first.departmentId ?? '');
  for (const happening of history) HANDLERS[happening.type]?.(state, happening);
  return state.runs;
}

type Handler = (state: State, happening: Happening) => void;

const HANDLERS: Record<string, Handler | undefined> = {
  'message.received': received,
  'message.cleared': cleared,
  'message.hidden': cleared,
  'message.redacted': cleared,
  'message.rejected': rejected,
  'message.restored': restored,
  'conversation.assigned': (state, { isByPerson, at }) => {
    if (isByPerson) acknowledge(state, at);
  },
  'conversation.acknowledged': (state, { at }) => acknowledge(state, at),
  'conversation.transferred': transferred,
  'conversation.merged': merged,
  'conversation.absorbed': own((state, happening) => {
    takePriority(state, happening);
    seen(state, happening);
  }),
  'conversation.parted': own(takePriority),
  'conversation.unmerged': own((state, happening) => {
    takePriority(state, happening);
    mark(state, happening.at, { code: 'parted', detail: {} });
  }),
  'conversation.split-off': own(splitOff),
  'conversation.split': own(split),
  'conversation.closed': closed,
  'conversation.reopened': own((state, { at }) => {
    if (!waitingRun(state)) begin(state, 'next-answer', { at, messageId: null, code: 'reopened' });
  }),
  'conversation.prioritised': own(prioritised),
  'conversation.classified': own(classified),
  'reply.sent': replied,
  'letter.drafted': own((state, { at }) => {
    acknowledge(state, at);
    begin(state, 'letter', { at, messageId: null, code: 'drafted' });
  }),
  'letter.published': (state, happening) => {
    if (!happening.sharedSince) end(openRuns(state, 'letter'), happening.at);
    answered(state, happening);
  },
};

/**
 * The types that move a clock or say for whom it runs, and what takes them back: nothing else need be read, and after
 * nothing else is anything derived anew.
 */
export const CLOCK_EVENTS: readonly string[] = [...Object.keys(HANDLERS), 'conversation.restored'];

/** What concerns only the conversation in whose history it stands. */
function own(handler: Handler): Handler {
  return (state, happening) => {
    if (!happening.sharedSince) handler(state, happening);
  };
}

function received(state: State, { message, version, sharedSince }: Happening): void {
  if (!message) return;
  const isOwn = message.homeId === state.id;
  if (version !== 1 || sharedSince) {
    state.unscreened.set(message.id, { ...message, isOwn });
    return;
  }
  // It waits from the first moment, whatever screening says; clearing it changes nothing.
  state.openingId = message.id;
  state.unread.set(message.id, message);
  const start = { at: message.postedAt, messageId: message.id, code: 'message' } as const;
  begin(state, 'acknowledge', start);
  begin(state, 'answer', start);
}

/** Officers can take it up from now on; whoever was awaited has written. */
function cleared(state: State, { message }: Happening): void {
  if (!message || message.id === state.openingId) return;
  const known = state.unscreened.get(message.id);
  if (!known) return;
  state.unscreened.delete(message.id);
  resume(state, message);
  if (!known.isOwn) return;
  state.unread.set(message.id, known);
  if (!waitingRun(state)) beginForUnread(state);
}

/**
 * An opening with which the conversation was closed at once is no case: what was promised for it ends, kept by nobody and
 * broken by nobody. Any other was not for officers to see, and is not.
 */
function rejected(state: State, { message, at, payload }: Happening): void {
  if (!message || message.id !== state.openingId || payload.closes !== true) return;
  state.unread.delete(message.id);
  const runs = openRuns(state, 'acknowledge', 'answer');
  for (const run of runs) run.isCancelled = true;
  end(runs, at);
}

/** Taken up after all: the citizen has waited since the first moment, what is promised counts from now on. */
function restored(state: State, happening: Happening): void {
  const { message, at, payload } = happening;
  if (!message || message.id !== state.openingId || payload.reopens !== true) {
    cleared(state, happening);
    return;
  }
  state.unread.set(message.id, message);
  const isOfOpening = ({ kind, messageId }: ClockRun) => messageId === message.id && kind !== 'next-answer';
  for (const run of state.runs.filter((one) => isOfOpening(one) && one.isCancelled)) {
    Object.assign(run, { isCancelled: false, endedAt: null, countsFrom: at });
    run.marks.push({ at, why: { code: 'reopened', detail: {} } });
  }
}

function replied(state: State, happening: Happening): void {
  const [kind = 'answer'] = textIn(happening, 'kind');
  if (kind === 'answer') {
    answered(state, happening);
    return;
  }
  if (hasNotRead(happening)) return;
  acknowledge(state, happening.at);
  if (kind === 'question') asked(state, happening);
  if (kind === 'holding') heldOff(state, happening);
}

/** Ends what it has read. What came since waits from its own time on. */
function answered(state: State, happening: Happening): void {
  const { at, readUntil } = happening;
  if (hasNotRead(happening)) return;
  acknowledge(state, at);
  for (const { id, receivedAt } of [...state.unread.values()])
    if (!readUntil || receivedAt <= readUntil) state.unread.delete(id);
  const run = waitingRun(state);
  if (run?.messageId && state.unread.has(run.messageId)) return;
  end(run ? [run] : [], at);
  beginForUnread(state);
}

/** It was written before this one was merged there: nothing of this one was read. */
function hasNotRead({ readUntil, sharedSince }: Happening): boolean {
  return sharedSince !== null && readUntil !== null && readUntil < sharedSince;
}

function closed(state: State, { at }: Happening): void {
  acknowledge(state, at);
  state.unread.clear();
  end(openRuns(state, 'answer', 'next-answer'), at);
}

function asked(state: State, { at, readUntil, payload }: Happening): void {
  const run = waitingRun(state);
  if (payload.isAsked === false) return;
  // Who has written since is not waited for.
  const hasWritten = [...state.unread.values()].some(({ receivedAt }) => readUntil && receivedAt > readUntil);
  if (!run || hasWritten || isPaused(run)) return;
  run.pauses.push({ from: at, to: null, endedBy: null });
  run.marks.push({ at, why: { code: 'asked', detail: {} } });
}

function resume(state: State, { id, postedAt }: Pick<Waiting, 'id' | 'postedAt'>): void {
  const run = waitingRun(state);
  const pause = run?.pauses.at(-1);
  if (!run || !pause || pause.to !== null) return;
  const at = postedAt > pause.from ? postedAt : pause.from;
  Object.assign(pause, { to: at, endedBy: id });
  run.marks.push({ at, why: { code: 'citizen-wrote', detail: {} } });
}

function heldOff(state: State, happening: Happening): void {
  const run = waitingRun(state);
  const [until] = textIn(happening, 'until');
  if (!run || !until || run.extension) return;
  run.extension = { at: happening.at, until: new Date(until) };
  run.marks.push({ at: happening.at, why: { code: 'held-off', detail: { until } } });
}

function transferred(state: State, happening: Happening): void {
  const { at } = happening;
  const [toId = state.departmentId] = textIn(happening, 'toDepartmentId');
  const [fromId = state.departmentId] = textIn(happening, 'fromDepartmentId');
  const restarts = textIn(happening, 'clock').includes('restart');
  const [reason] = textIn(happening, 'clockReason');
  acknowledge(state, at);
  state.departmentId = toId;
  for (const run of state.runs.filter(isOpen)) {
    run.departmentId = toId;
    if (restarts) Object.assign(run, { promisedBy: toId, countsFrom: at, extension: null });
    const detail = { fromDepartmentId: fromId, toDepartmentId: toId, ...(reason && { reason }) };
    run.marks.push({ at, why: { code: restarts ? 'restarted' : 'transferred', detail } });
  }
}

/** Whoever merges two, or splits one, has seen both. */
function seen(state: State, { isByPerson, at }: Happening): void {
  if (isByPerson) acknowledge(state, at);
}

function merged(state: State, happening: Happening): void {
  if (happening.sharedSince) return;
  seen(state, happening);
  const [intoReference] = textIn(happening, 'intoReference');
  mark(state, happening.at, { code: 'merged', detail: { ...(intoReference && { intoReference }) } });
}

function splitOff(state: State, happening: Happening): void {
  takePriority(state, happening);
  const at = happening.openedAt ?? happening.at;
  // Seen already, by whoever split it off: nothing is left to acknowledge.
  state.unread.set(state.id, { id: state.id, postedAt: at, receivedAt: happening.at });
  begin(state, 'answer', { at, messageId: state.id, code: 'message' });
}

function split(state: State, happening: Happening): void {
  const { at, payload } = happening;
  seen(state, happening);
  const leaving = Array.isArray(payload.messageIds) ? payload.messageIds : [];
  for (const id of leaving) state.unread.delete(String(id));
  for (const id of leaving) state.unscreened.delete(String(id));
  const run = waitingRun(state);
  if (run) askedAgain(state, run, leaving);
  if (!run || (run.messageId && state.unread.has(run.messageId))) return;
  const first = firstUnread(state);
  if (!first) {
    run.isCancelled = true;
    end([run], at);
    return;
  }
  if (first.postedAt <= run.startedAt) return;
  Object.assign(run, { startedAt: first.postedAt, countsFrom: first.postedAt, messageId: first.id });
  run.marks = [{ at: first.postedAt, why: { code: 'split', detail: {} } }];
}

/** What ended the waiting for the citizen was about something else. */
function askedAgain(state: State, run: ClockRun, leaving: readonly unknown[]): void {
  const pause = run.pauses.at(-1);
  if (!pause?.endedBy || !leaving.includes(pause.endedBy)) return;
  run.marks = run.marks.filter(({ why, at }) => why.code !== 'citizen-wrote' || at.getTime() !== pause.to?.getTime());
  Object.assign(pause, { to: null, endedBy: null });
  const [later] = [...state.unread.values()].filter(({ postedAt }) => postedAt > pause.from);
  if (later) resume(state, later);
}

function prioritised(state: State, happening: Happening): void {
  const [to] = textIn(happening, 'to').flatMap(priorityOf);
  const [from] = textIn(happening, 'from');
  if (!to) return;
  state.priority = to;
  for (const run of state.runs.filter(isOpen)) run.priority = to;
  mark(state, happening.at, { code: 'prioritised', detail: { from: from ?? null, to } });
}

function classified(state: State, happening: Happening): void {
  const [to = null] = textIn(happening, 'to');
  const [from = null] = textIn(happening, 'from');
  state.classCode = to;
  for (const run of state.runs.filter(isOpen)) run.classCode = to;
  mark(state, happening.at, { code: 'classified', detail: { from, to } });
}

/** Merging and parting may change it too. */
function takePriority(state: State, happening: Happening): void {
  const [priority] = textIn(happening, 'priority').flatMap(priorityOf);
  if (!priority) return;
  state.priority = priority;
  for (const run of state.runs.filter(isOpen)) run.priority = priority;
}

function priorityOf(word: string): Priority[] {
  return PRIORITIES.filter((priority) => priority === word);
}
