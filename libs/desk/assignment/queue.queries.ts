import type { DataSource } from 'typeorm';
import type { Tx } from '#database/transaction.js';
import type { FreeHands } from '#domain/assignment/free-hands.js';
import { type PreparedQuery, prepared, preparedIn } from '#platform/database/prepared.js';

/** A place in a queue: after this one comes the next. What is urgent comes before every deadline. */
export interface QueuePlace {
  isLater: boolean;
  due: string;
  id: string;
}

export const QUEUE_START: QueuePlace = { isLater: false, due: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

interface Part {
  departmentId: string;
  hands: FreeHands;
  after: QueuePlace;
}

/** How many of a department's queue are offered in one transaction. */
export const OFFER_BATCH = 100;

const LANGUAGE = `lower(split_part(c.language, '-', 1))`;
const PLACE = `(c.priority <> 'urgent'), coalesce(c.answer_due_at, 'infinity'), c.id`;

/** The first of a department's queue that these hands can take, the most pressing first. The index of the queue answers it. */
const queueText = `
  SELECT c.id, c.priority <> 'urgent' AS "isLater", coalesce(c.answer_due_at, 'infinity')::text AS due FROM conversation c
  WHERE c.department_id = $1 AND c.status = 'queued' AND c.snoozed_until IS NULL AND c.priority = ANY($2::text[])
    AND ($3::text[] IS NULL OR ${LANGUAGE} = ANY($3 || ARRAY['und']) OR NOT ${LANGUAGE} = ANY($4::text[]))
    AND (${PLACE}) > ($5::boolean, $6::timestamptz, $7::uuid)
  ORDER BY ${PLACE} LIMIT ${OFFER_BATCH}`;

export const QUEUE_PAGE: PreparedQuery = { name: 'queue-page', text: queueText };

const LOCK_QUEUED: PreparedQuery = {
  name: 'queue-lock',
  text: `SELECT 1 AS found FROM conversation
    WHERE id = $1 AND department_id = $2 AND status = 'queued' AND snoozed_until IS NULL FOR UPDATE SKIP LOCKED`,
};

const ANY_QUEUED: PreparedQuery = {
  name: 'queue-any',
  text: `SELECT 1 AS found FROM conversation
    WHERE department_id = $1 AND status = 'queued' AND snoozed_until IS NULL LIMIT 1`,
};

interface PlaceRow extends QueuePlace {
  [column: string]: unknown;
}

/** The usual answer after an event is no. */
export async function hasQueue(dataSource: DataSource, departmentId: string): Promise<boolean> {
  const found = await prepared(dataSource, ANY_QUEUED, [departmentId]);
  return found.length > 0;
}

/** The same within an open transaction, which must not wait for a second connection. */
export async function hasQueueIn(tx: Tx, departmentId: string): Promise<boolean> {
  const found = await preparedIn(tx, ANY_QUEUED, [departmentId]);
  return found.length > 0;
}

export function queuePage(dataSource: DataSource, part: Part): Promise<QueuePlace[]> {
  return prepared<PlaceRow>(dataSource, QUEUE_PAGE, valuesOf(part));
}

/** The same within an open transaction. */
export function queuePageIn(tx: Tx, part: Part): Promise<QueuePlace[]> {
  return preparedIn<PlaceRow>(tx, QUEUE_PAGE, valuesOf(part));
}

/** Locks it for the rest of the transaction. False where it waits no more or somebody else is at it at this moment. */
export async function lockQueued(tx: Tx, queued: { id: string; departmentId: string }): Promise<boolean> {
  const found = await preparedIn(tx, LOCK_QUEUED, [queued.id, queued.departmentId]);
  return found.length > 0;
}

function valuesOf({ departmentId, hands, after }: Part): unknown[] {
  const { priorities, languages, spoken } = hands;
  return [departmentId, priorities, languages, spoken, after.isLater, after.due, after.id];
}
