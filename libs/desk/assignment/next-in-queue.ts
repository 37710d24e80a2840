import { In } from 'typeorm';
import { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { isSpoken } from '#domain/assignment/choose-officer.js';
import { blocked, type Candidate } from '#domain/assignment/eligibility.js';
import { freeHandsOf } from '#domain/assignment/free-hands.js';
import { lockConversation } from '../conversations/conversation-record.js';
import { demandsOf } from './demands.js';
import { lockQueued, OFFER_BATCH, QUEUE_START, type QueuePlace, queuePageIn } from './queue.queries.js';

/** So many pages of which nothing fits end the search. */
const FRUITLESS_PAGES = 20;

/** Usually one of the first fits: what the others of a page ask for is not looked up before that. */
const FIRST_LOOK = 10;

export interface Queue {
  departmentId: string;
  /** Its officers; the caller among them. */
  candidates: readonly Candidate[];
  me: Candidate;
}

export interface Found {
  /** Locked for the rest of the transaction. */
  conversation: Conversation;
  queue: Queue;
}

interface Head {
  place: QueuePlace;
  queue: Queue;
  rest: AsyncGenerator<QueuePlace>;
}

/**
 * The most urgent that fits, over all queues. Only that one is locked, and looked at again under the lock: what does not
 * fit this officer stays free for a colleague. `busy` where something fits that somebody else is at.
 */
export async function lockMostUrgent(tx: Tx, queues: readonly Queue[]): Promise<Found | 'busy' | null> {
  const heads: Head[] = [];
  for (const queue of queues) heads.push(...(await headOf({ queue, rest: fittingIn(tx, queue) })));
  let isBusy = false;
  for (let head = heads.sort(byUrgency).shift(); head; head = heads.sort(byUrgency).shift()) {
    const { queue, place } = head;
    if (await lockQueued(tx, { id: place.id, departmentId: queue.departmentId })) {
      const conversation = await lockConversation(tx, place.id);
      if ((await thoseThatFit(tx, queue, [conversation])).size > 0) return { conversation, queue };
    } else isBusy = true;
    heads.push(...(await headOf(head)));
  }
  return isBusy ? 'busy' : null;
}

async function headOf({ queue, rest }: Omit<Head, 'place'>): Promise<Head[]> {
  const next = await rest.next();
  return next.done ? [] : [{ place: next.value, queue, rest }];
}

/** In the order of the queue and without locks. */
async function* fittingIn(tx: Tx, queue: Queue): AsyncGenerator<QueuePlace> {
  const { departmentId, candidates, me } = queue;
  const hands = freeHandsOf([me], candidates);
  if (!hands) return;
  let after = QUEUE_START;
  for (let fruitless = 0; fruitless < FRUITLESS_PAGES; fruitless += 1) {
    const page = await queuePageIn(tx, { departmentId, hands, after });
    for (const places of [page.slice(0, FIRST_LOOK), page.slice(FIRST_LOOK)]) {
      const fitting = await thoseThatFit(tx, queue, await rowsOf(tx, places));
      if (fitting.size > 0) fruitless = 0;
      yield* places.filter(({ id }) => fitting.has(id));
    }
    const last = page.at(-1);
    if (!last || page.length < OFFER_BATCH) return;
    after = last;
  }
}

async function rowsOf(tx: Tx, places: readonly QueuePlace[]): Promise<Conversation[]> {
  return places.length > 0 ? tx.findBy(Conversation, { id: In(places.map(({ id }) => id)) }) : [];
}

async function thoseThatFit(
  tx: Tx,
  { candidates, me }: Queue,
  conversations: readonly Conversation[],
): Promise<Set<string>> {
  if (conversations.length === 0) return new Set();
  const demands = await demandsOf(tx, conversations);
  const fits = [...demands].filter(([, demand]) => !blocked(me, demand, isSpoken(candidates, demand.language)));
  return new Set(fits.map(([id]) => id));
}

function byUrgency({ place: a }: Head, { place: b }: Head): number {
  if (a.isLater !== b.isLater) return a.isLater ? 1 : -1;
  return dueTime(a) - dueTime(b) || (a.id < b.id ? -1 : 1);
}

function dueTime({ due }: QueuePlace): number {
  return due === 'infinity' ? Number.POSITIVE_INFINITY : Date.parse(due);
}
