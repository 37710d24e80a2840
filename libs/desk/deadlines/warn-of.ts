import type { Deadline as DeadlineRow } from '#database/entities/deadline.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Telling } from '#domain/deadlines/deadline.js';
import { dueWarnings, isNews, nextWarningAt, whoIsWarned } from '#domain/deadlines/escalation.js';
import { type Fact, record, SYSTEM } from '../conversations/conversation-record.js';
import { deadlineRows, tellingsOf } from './deadline.queries.js';
import { type Derived, deriveDeadlines } from './derive-deadlines.js';
import { type Whereabouts, whereaboutsOf } from './warned-people.queries.js';
import { moveNextWarnings, writeWarnings } from './warning.queries.js';

/**
 * Derives first, under the lock: of what was answered, closed or put off a moment ago nobody is warned. Another worker
 * waits for the lock, and then finds that it was done.
 */
export async function warnOf(
  tx: Tx,
  conversationIds: readonly string[],
  now: Date,
): Promise<{ warned: number; moved: Derived['moved'] }> {
  const { moved } = await deriveDeadlines(tx, conversationIds);
  const rows = (await deadlineRows(tx, conversationIds)).filter(({ nextWarningAt: at }) => at !== null && at <= now);
  const tellings = await tellingsOf(tx, conversationIds);
  const toldOf = ({ conversationId, kind, ordinal }: DeadlineRow): Telling[] =>
    (tellings.get(conversationId) ?? []).filter((told) => told.kind === kind && told.ordinal === ordinal);
  const fired = rows.map((row) => firedOf(row, toldOf(row), now));
  await writeWarnings(tx, fired.flat(), now);
  await moveNextWarnings(
    tx,
    rows.map((row, place) => {
      const added = (fired[place] ?? []).map(({ share }) => ({ share, at: now }));
      return { row, nextWarningAt: nextWarningAt(row.warnings, [...toldOf(row), ...added]) };
    }),
  );
  // Of several that are due at once people are told of the highest alone.
  const news = fired.flatMap((of) => of.filter((one) => one.isNews).slice(-1));
  const whereabouts = await whereaboutsOf(
    tx,
    news.map(({ row }) => row.conversationId),
    now,
  );
  const facts = news.flatMap((one) => {
    const where = whereabouts.get(one.row.conversationId);
    return where ? [factOf(one, where, now)] : [];
  });
  await record(tx, facts);
  return { warned: facts.length, moved };
}

/** A share of a deadline's time that is used up, and that nobody was told of. */
interface Fired {
  row: DeadlineRow;
  share: number;
  isNews: boolean;
}

function firedOf(row: DeadlineRow, tellings: readonly Telling[], now: Date): Fired[] {
  const movedAt = new Date(row.segments.at(-1)?.from ?? row.startedAt);
  return dueWarnings(row.warnings, tellings, now).map((warning) => ({
    row,
    share: warning.share,
    isNews: isNews(warning, { tellings, movedAt, now }),
  }));
}

/** Without a version: a warning changes nothing, and nobody's screen becomes an old one by it. */
function factOf({ row, share }: Fired, where: Whereabouts, now: Date): Fact {
  const { survivorId, reference, departmentId } = where;
  const { conversationId, kind, ordinal, dueAt, warnings } = row;
  const people = kind === 'letter' ? where.letterPeople : where.people;
  const shares = warnings.map((one) => one.share);
  const part = survivorId === conversationId ? {} : { fromId: conversationId, fromReference: reference };
  const told = whoIsWarned(share, shares, people);
  return {
    type: 'deadline.warned',
    conversationId: survivorId,
    departmentId,
    version: null,
    actor: SYSTEM,
    payload: { kind, ordinal, share, dueAt: dueAt?.toISOString() ?? null, told, ...part },
    at: now,
  };
}
