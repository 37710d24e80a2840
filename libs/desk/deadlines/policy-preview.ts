import { setImmediate as aTurn } from 'node:timers/promises';
import type { DeadlinePreview } from '#contracts/deadlines.http.js';
import type { Tx } from '#database/transaction.js';
import type { Deadline } from '#domain/deadlines/deadline.js';
import type { DeadlinePolicy } from '#domain/deadlines/deadline-policy.js';
import { deadlinesOf, type Versions } from '#domain/deadlines/deadlines-of.js';
import { isOverdue } from '#domain/deadlines/explained.js';
import { historyOf } from '#domain/deadlines/history.js';
import type { FollowedCalendar } from '../conversations/calendar-versions.queries.js';
import { recordsOf } from '../conversations/recorded-facts.queries.js';
import { versionsFor } from '../conversations/versions-of-record.js';
import { memberIds } from './deadline.queries.js';
import { promisedTo } from './promised.queries.js';

const BATCH = 50;
/** In about half a second. */
export const MOST_LOOKED_AT = 2_000;

interface Proposal {
  departmentId: string;
  /** What is to be new of the department; the rest stays as it is. */
  proposed: { policy: DeadlinePolicy } | { calendar: Omit<FollowedCalendar, 'since'> };
  now: Date;
}

/**
 * What a policy or a calendar would do to everything that is open under the present one: both are worked out, nothing is
 * written. In small batches, between which others are served; of more than `most` conversations a part, spread evenly
 * over time, stands for all.
 */
export async function previewOf(tx: Tx, proposal: Proposal, most = MOST_LOOKED_AT): Promise<DeadlinePreview> {
  const all = await memberIds(tx, await promisedTo(tx, { departmentId: proposal.departmentId, eventId: null }));
  const ids = all.length > most ? spread(all, most) : all;
  const sum = nothingMoved();
  for (let from = 0; from < ids.length; from += BATCH) {
    for (const change of await changesAmong(tx, ids.slice(from, from + BATCH), proposal))
      count(sum, change, proposal.now);
    await aTurn();
  }
  return ids === all ? sum : scaled(sum, { looked: ids.length, of: all.length });
}

/** Ids ascend with time. */
function spread(ids: readonly string[], n: number): string[] {
  return Array.from({ length: n }, (_, place) => ids[Math.floor((place * ids.length) / n)] ?? '');
}

function scaled(sum: DeadlinePreview, sample: { looked: number; of: number }): DeadlinePreview {
  const whole = (n: number) => Math.round((n * sample.of) / sample.looked);
  return {
    open: whole(sum.open),
    moved: whole(sum.moved),
    earlier: whole(sum.earlier),
    later: whole(sum.later),
    begun: whole(sum.begun),
    dropped: whole(sum.dropped),
    becomeOverdue: whole(sum.becomeOverdue),
    noLongerOverdue: whole(sum.noLongerOverdue),
    sample,
  };
}

export function nothingMoved(): DeadlinePreview {
  return {
    ...{ open: 0, moved: 0, earlier: 0, later: 0, begun: 0, dropped: 0, becomeOverdue: 0, noLongerOverdue: 0 },
    sample: null,
  };
}

/** The same deadline under the present policy and under the proposed one; undefined where it is not promised. */
interface Change {
  before: Deadline | undefined;
  after: Deadline | undefined;
}

async function changesAmong(tx: Tx, ids: readonly string[], proposal: Proposal): Promise<Change[]> {
  const records = await recordsOf(tx, ids);
  const present = await versionsFor(tx, records);
  const proposed = withProposal(present, proposal);
  return ids.flatMap((conversationId) => {
    const history = historyOf(conversationId, records);
    const openUnder = (versions: Versions) =>
      new Map(
        deadlinesOf({ conversationId, history, versions, tellings: [] })
          .filter(({ endedAt, promisedBy }) => endedAt === null && promisedBy === proposal.departmentId)
          .map((deadline) => [`${deadline.kind}/${deadline.ordinal}`, deadline]),
      );
    const [before, after] = [openUnder(present), openUnder(proposed)];
    return [...new Set([...before.keys(), ...after.keys()])].map((key) => ({
      before: before.get(key),
      after: after.get(key),
    }));
  });
}

/** As the newest of its timeline, however close it follows the one before. */
function withProposal({ policies, calendars }: Versions, { departmentId, proposed, now }: Proposal): Versions {
  if ('calendar' in proposed) {
    const timeline = [...(calendars.get(departmentId) ?? []), { since: now, ...proposed.calendar }];
    return { policies, calendars: new Map([...calendars, [departmentId, timeline]]) };
  }
  const versions = policies.get(departmentId) ?? [];
  const next = { version: (versions.at(-1)?.version ?? 0) + 1, policy: proposed.policy, createdAt: now };
  return { policies: new Map([...policies, [departmentId, [...versions, next]]]), calendars };
}

function count(sum: DeadlinePreview, { before, after }: Change, now: Date): void {
  const [was, will] = [before?.dueAt?.getTime(), after?.dueAt?.getTime()];
  const [wasOverdue, willBe] = [before, after].map((one) => one !== undefined && isOverdue(one, now));
  if (before) sum.open += 1;
  if (!before) sum.begun += 1;
  if (!after) sum.dropped += 1;
  if (before && after && was !== will) sum.moved += 1;
  if (was !== undefined && will !== undefined && will < was) sum.earlier += 1;
  if (was !== undefined && will !== undefined && will > was) sum.later += 1;
  if (willBe && !wasOverdue) sum.becomeOverdue += 1;
  if (wasOverdue && !willBe) sum.noLongerOverdue += 1;
}
