import type { DataSource } from 'typeorm';
import type { Tx } from '#database/transaction.js';
import { type FreeHands, freeHandsOf } from '#domain/assignment/free-hands.js';
import { lookAtStaff } from './candidates.js';
import { hasQueue, OFFER_BATCH, QUEUE_START, queuePage } from './queue.queries.js';

/** So many pages that nobody took anything of, for want of a skill, end an offer; the next one begins at the front again. */
const FRUITLESS_PAGES = 20;

interface Offer {
  departmentId: string;
  now: () => Date;
  /** Assigns what it can in one transaction and says how many that was. */
  assign: (ids: readonly string[]) => Promise<number>;
}

/**
 * Offers a department's queue, the urgent first and then by deadline, until it is empty or nobody has a hand free for
 * what is left. Only rows that a free hand could take are locked: one language that nobody at work speaks does not keep
 * the others from being offered, however many of it wait.
 */
export async function offerQueue(dataSource: DataSource, { departmentId, now, assign }: Offer): Promise<void> {
  if (!(await hasQueue(dataSource, departmentId))) return;
  let after = QUEUE_START;
  for (let fruitless = 0; fruitless < FRUITLESS_PAGES; ) {
    const hands = await freeHands(dataSource.manager, departmentId, now());
    const page = hands ? await queuePage(dataSource, { departmentId, hands, after }) : [];
    const last = page.at(-1);
    if (!last) return;
    const assigned = await assign(page.map(({ id }) => id));
    if (page.length < OFFER_BATCH) return;
    fruitless = assigned > 0 ? 0 : fruitless + 1;
    after = last;
  }
}

async function freeHands(tx: Tx, departmentId: string, now: Date): Promise<FreeHands | null> {
  const staff = (await lookAtStaff(tx, [departmentId], now)).get(departmentId);
  if (!staff || staff.policy === 'pull') return null;
  const free = staff.candidates.filter((candidate) => candidate.absence === null);
  return freeHandsOf(free, staff.candidates);
}
