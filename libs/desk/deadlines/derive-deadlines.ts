import { isDeepStrictEqual } from 'node:util';
import type { Deadline as DeadlineRow } from '#database/entities/deadline.entity.js';
import type { Tx } from '#database/transaction.js';
import { deadlinesOf } from '#domain/deadlines/deadlines-of.js';
import { historyOf } from '#domain/deadlines/history.js';
import { recordsOf } from '../conversations/recorded-facts.queries.js';
import { versionsFor } from '../conversations/versions-of-record.js';
import {
  deadlineRows,
  lockMembers,
  type Member,
  removeDeadlines,
  tellingsOf,
  writeAnswerDue,
  writeDeadlines,
} from './deadline.queries.js';

export interface Derived {
  conversations: number;
  /** Rows that were not as they should be: written, changed or taken away. */
  differing: number;
  /** Whose lists show another time now. */
  moved: Pick<Member, 'id' | 'departmentId'>[];
}

/**
 * Makes the deadlines of these conversations, and of all that is carried on with them, what their history and the
 * versions of policies and calendars say. Asked again it changes nothing.
 */
export async function deriveDeadlines(tx: Tx, conversationIds: readonly string[]): Promise<Derived> {
  const members = await lockMembers(tx, conversationIds);
  const { known, kept, derived } = await accountOf(tx, idsOf(members));
  const { written, removed } = differenceOf(kept, derived);
  await writeDeadlines(tx, written);
  await removeDeadlines(tx, removed);
  const moved = movedIn(members, derived).filter(({ id }) => known.includes(id));
  await writeAnswerDue(tx, moved);
  return { conversations: members.length, differing: written.length + removed.length, moved };
}

/** The same without locking or writing anything: how many rows are not as they should be. */
export async function countDiffering(tx: Tx, conversationIds: readonly string[]): Promise<number> {
  const { kept, derived } = await accountOf(tx, conversationIds);
  const { written, removed } = differenceOf(kept, derived);
  return written.length + removed.length;
}

const idsOf = (members: readonly Pick<Member, 'id'>[]) => members.map(({ id }) => id);

interface AccountOfMany {
  /** Those whose history is there from its beginning. */
  known: string[];
  kept: DeadlineRow[];
  derived: DeadlineRow[];
}

async function accountOf(tx: Tx, ids: readonly string[]): Promise<AccountOfMany> {
  const records = await recordsOf(tx, ids);
  const versions = await versionsFor(tx, records);
  const tellings = await tellingsOf(tx, ids);
  // What was laid out without a history has nothing to be derived from.
  const known = ids.filter((id) => records.get(id)?.[0]?.version === 1);
  const derived = known.flatMap((conversationId) => {
    const history = historyOf(conversationId, records);
    const account = { conversationId, history, versions, tellings: tellings.get(conversationId) ?? [] };
    return deadlinesOf(account).map((deadline) => ({ conversationId, ...deadline }));
  });
  return { known, kept: await deadlineRows(tx, known), derived };
}

const keyOf = ({ conversationId, kind, ordinal }: DeadlineRow) => `${conversationId}/${kind}/${ordinal}`;

function differenceOf(kept: readonly DeadlineRow[], derived: readonly DeadlineRow[]) {
  const before = new Map(kept.map((row) => [keyOf(row), row]));
  const after = new Set(derived.map(keyOf));
  return {
    written: derived.filter((row) => !isDeepStrictEqual(asJson(row), asJson(before.get(keyOf(row))))),
    removed: kept.filter((row) => !after.has(keyOf(row))),
  };
}

/** Where rows come from the database, their keys stand in another order and may be of another prototype. */
function asJson(row: DeadlineRow | undefined): unknown {
  return row && JSON.parse(JSON.stringify(row));
}

/** The earliest open promise of an answer, to it or to what is carried on in it; what is merged has none of its own. */
function movedIn(members: readonly Member[], derived: readonly DeadlineRow[]): Member[] {
  const open = derived.filter(({ kind, endedAt }) => endedAt === null && (kind === 'answer' || kind === 'next-answer'));
  const byConversation = Map.groupBy(open, ({ conversationId }) => conversationId);
  const bySurvivor = Map.groupBy(members, ({ survivorId }) => survivorId);
  return members.flatMap((member) => {
    const parts = bySurvivor.get(member.id) ?? [];
    const times = parts.flatMap(({ id }) =>
      (byConversation.get(id) ?? []).flatMap(({ dueAt }) => dueAt?.getTime() ?? []),
    );
    const answerDueAt = times.length > 0 ? new Date(Math.min(...times)) : null;
    return answerDueAt?.getTime() === member.answerDueAt?.getTime() ? [] : [{ ...member, answerDueAt }];
  });
}
