import type { InboxQuery, InboxView } from '#contracts/inbox.http.js';
import { CONVERSATION_STATUSES, type ConversationStatus } from '#domain/conversations/conversation.lifecycle.js';
import type { Cursor } from './cursor.js';
import { type MeasuredSelection, measuredConditions, OPEN_CONDITIONS } from './measured-conditions.js';

const HOUR_MS = 3_600_000;

/** What a list shows: the filter with everything looked up that it names, and whose departments it may show. */
export interface InboxSelection
  extends Pick<
    InboxQuery,
    | 'view'
    | 'status'
    | 'priority'
    | 'language'
    | 'waitingHours'
    | 'deadline'
    | 'dueWithinHours'
    | 'unanswered'
    | 'snoozed'
    | 'escalated'
    | 'waiting'
    | 'answeredFrom'
    | 'answeredTo'
    | 'answeredWithinHours'
    | 'openMeasure'
    | 'limit'
  > {
  departmentIds: readonly string[];
  /** Who looks. */
  officerId: string;
  now: Date;
  after: Cursor | null;
  /** Null among them: nobody has it. */
  holders?: readonly (string | null)[] | undefined;
  channelIds?: readonly string[] | undefined;
  /** Null among them: of no class. */
  classCodes?: readonly (string | null)[] | undefined;
  measured?: MeasuredSelection | undefined;
  /** At least one tag of each of these sets. */
  tagFamilies?: readonly (readonly string[])[] | undefined;
}

export const DUE = `coalesce(c.answer_due_at, 'infinity')`;
/** Sorts what is urgent before the rest. */
export const LATER = `(c.priority <> 'urgent')`;
const LANGUAGE = `lower(split_part(c.language, '-', 1))`;

/** The condition of each view, over a conversation `c`; $1 departments, $2 officer, $3 now. An index answers each. */
export const VIEW_CONDITIONS: Record<InboxView, string> = {
  mine: `c.officer_id = $2 AND c.status = 'assigned'`,
  queue: `c.status IN ('queued', 'assigned')`,
  unassigned: `c.status = 'queued'`,
  overdue: `c.status IN ('queued', 'assigned') AND ${DUE} < $3`,
  snoozed: `c.status IN ('queued', 'assigned') AND c.snoozed_until IS NOT NULL`,
  all: 'true',
};

export const AWAKE = 'c.snoozed_until IS NULL';

/** What is near: the last warning before the end has come, to it or to what is carried on in it. */
const DEADLINE_CONDITIONS: Record<NonNullable<InboxQuery['deadline']>, string> = {
  overdue: 'c.waiting_since IS NOT NULL AND c.answer_due_at < $3',
  near: `c.waiting_since IS NOT NULL AND c.answer_due_at >= $3 AND EXISTS (SELECT 1 FROM deadline d
      WHERE d.conversation_id = ANY(ARRAY(SELECT part.id FROM conversation part WHERE part.merged_into_id = c.id) || c.id)
        AND d.due_at = c.answer_due_at AND d.ended_at IS NULL
        AND (SELECT max((w ->> 'at')::timestamptz) FROM jsonb_array_elements(d.warnings) w WHERE (w ->> 'share')::float8 < 1) <= $3)`,
  none: 'c.answer_due_at IS NULL',
};

/** What is merged is found in its survivor, and on its own only where that status is asked for. */
export const NOT_MERGED = `c.status <> 'merged'`;

/** What is snoozed is out of the lists of open work, unless it is asked for. */
export function leavesOutSnoozed(view: InboxView): boolean {
  return view !== 'all' && view !== 'snoozed';
}

export interface InboxConditions {
  /** All of them hold, each over a conversation `c`. */
  conditions: string[];
  values: unknown[];
  /** Parts that together are the whole: each has an index of its own that gives its rows in order. */
  parts: string[];
  /** A column of which several values are asked for; each gives its rows in order. */
  spread: { column: string; parameter: string; type: string } | null;
  /** More is asked than the view alone. */
  isFiltered: boolean;
}

/** Everything that the selection asks of a conversation, but its department and the place where the page starts. */
export function inboxConditions(selection: InboxSelection): InboxConditions {
  const values: unknown[] = [selection.departmentIds, selection.officerId, selection.now];
  const conditions = [VIEW_CONDITIONS[selection.view]];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const ask = <Value>(value: Value | undefined, condition: (value: Value) => string) => {
    if (value !== undefined) conditions.push(condition(value));
  };
  const spread = spreadOf(selection, parameter);
  const oneOf = (column: string, type: string) => (wanted: readonly unknown[]) => {
    if (spread?.column === column) return 'true';
    const [only] = wanted;
    return wanted.length === 1 ? `${column} = ${parameter(only)}` : `${column} = ANY(${parameter(wanted)}::${type}[])`;
  };
  const after = (hours: number) => new Date(selection.now.getTime() + hours * HOUR_MS);
  if (selection.snoozed !== undefined) conditions.push(isSet('c.snoozed_until', selection.snoozed));
  else if (leavesOutSnoozed(selection.view)) conditions.push(AWAKE);
  ask(selection.status, (wanted) => `c.status IN (${wanted.map(literal).join(', ')})`);
  if (selection.view === 'all' && selection.status === undefined) conditions.push(NOT_MERGED);
  ask(selection.holders, (wanted) => {
    const officers = wanted.filter((id) => id !== null);
    const parts = officers.length > 0 ? [oneOf('c.officer_id', 'uuid')(officers)] : [];
    return `(${[...parts, ...(wanted.includes(null) ? ['c.officer_id IS NULL'] : [])].join(' OR ')})`;
  });
  // The index holds the exceptions only.
  ask(selection.priority, (wanted) => (wanted.includes('normal') ? 'true' : `c.priority <> 'normal'`));
  ask(selection.priority, oneOf('c.priority', 'text'));
  ask(selection.language, oneOf(LANGUAGE, 'text'));
  ask(selection.channelIds, oneOf('c.channel_id', 'uuid'));
  for (const family of selection.tagFamilies ?? [])
    conditions.push(`c.tag_ids && ${parameter(family)}::uuid[] AND c.tag_ids <> '{}'`);
  ask(selection.waitingHours, (hours) => `c.waiting_since <= ${parameter(after(-hours))}`);
  ask(selection.deadline, (deadline) => DEADLINE_CONDITIONS[deadline]);
  ask(
    selection.dueWithinHours,
    (hours) => `c.waiting_since IS NOT NULL AND c.answer_due_at >= $3 AND c.answer_due_at < ${parameter(after(hours))}`,
  );
  ask(selection.unanswered, (isUnanswered) => isSet('c.first_answered_at', !isUnanswered));
  // Escalated is only what still waits in a queue: an index holds that.
  ask(
    selection.escalated,
    (isEscalated) => `${isEscalated ? `c.status = 'queued' AND ` : ''}${isSet('c.escalated_at', isEscalated)}`,
  );
  ask(selection.waiting, (isWaiting) => isSet('c.waiting_since', isWaiting));
  ask(selection.answeredFrom, (from) => `c.first_answered_at >= ${parameter(from)}`);
  ask(selection.answeredTo, (to) => `c.first_answered_at < ${parameter(to)}`);
  ask(
    selection.answeredWithinHours,
    (hours) => `c.first_answered_at <= c.opened_at + ${parameter(hours)}::float8 * interval '1 hour'`,
  );
  ask(
    selection.classCodes,
    (codes) =>
      `(c.class_code = ANY(${parameter(codes.filter((code) => code !== null))}::text[])${codes.includes(null) ? ' OR c.class_code IS NULL' : ''})`,
  );
  ask(
    selection.measured,
    (
      measured,
    ) => `EXISTS (SELECT 1 FROM measurement m WHERE m.conversation_id = c.id AND m.department_id = c.department_id
      AND ${measuredConditions(measured, parameter).join(' AND ')})`,
  );
  ask(selection.openMeasure, (measure) => OPEN_CONDITIONS[measure]);
  const said = conditions.filter((condition) => condition !== 'true');
  return { conditions: said, values, parts: partsOf(selection), spread, isFiltered: isFiltered(selection) };
}

function isFiltered({ view, limit, departmentIds, officerId, now, after, ...filters }: InboxSelection): boolean {
  return Object.values(filters).some((asked) => asked !== undefined);
}

const isSet = (column: string, yes: boolean) => `${column} IS ${yes ? 'NOT ' : ''}NULL`;

/** Statuses are words of ours: as literals they let partial indexes answer. */
const literal = (status: ConversationStatus) => `'${status}'`;

const SETTLED: readonly ConversationStatus[] = ['answered', 'closed'];

/**
 * All of history is read through the indexes of what is settled, and beside them what is not, status by status: that
 * is little, and no index of history is written for it.
 */
function partsOf(selection: InboxSelection): string[] {
  if (selection.view !== 'all') return ['true'];
  const { holders, priority, language, channelIds, unanswered, status } = selection;
  const hasIndex = [holders, priority, language, channelIds, unanswered].some((asked) => asked !== undefined);
  if (!hasIndex) return status?.map((one) => `c.status = ${literal(one)}`) ?? ['true'];
  const wanted = status ?? CONVERSATION_STATUSES;
  const open = wanted.filter((one) => !SETTLED.includes(one)).map((one) => `c.status = ${literal(one)}`);
  const isSettledWanted = SETTLED.some((one) => wanted.includes(one));
  return isSettledWanted ? [`c.status IN (${SETTLED.map(literal).join(', ')})`, ...open] : open;
}

/** Over all of history several values of one column are looked up value by value, and merged. */
function spreadOf(selection: InboxSelection, parameter: (value: unknown) => string): InboxConditions['spread'] {
  if (selection.view !== 'all') return null;
  const { holders, priority, language, channelIds } = selection;
  const officers = holders?.includes(null) ? undefined : holders;
  const columns: [string, string, readonly unknown[] | undefined][] = [
    ['c.officer_id', 'uuid', officers],
    ['c.priority', 'text', priority],
    [LANGUAGE, 'text', language],
    ['c.channel_id', 'uuid', channelIds],
  ];
  for (const [column, type, wanted] of columns)
    if (wanted && wanted.length > 1) return { column, type, parameter: parameter([...new Set(wanted)]) };
  return null;
}
