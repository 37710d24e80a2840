import type { Tx } from '#database/transaction.js';
import { isOutOfOffice } from '#domain/assignment/absence.js';
import type { WarnedPeople } from '#domain/deadlines/escalation.js';

/** Where a deadline is worked on, and by whom. */
export interface Whereabouts {
  /** The one in which the conversation is carried on, itself unless it is merged. */
  survivorId: string;
  reference: string;
  departmentId: string;
  people: WarnedPeople;
  /** The same for a letter: whoever writes it has it in hand. */
  letterPeople: WarnedPeople;
}

interface Row {
  id: string;
  reference: string;
  survivorId: string;
  departmentId: string;
  holder: Hand | null;
  author: Hand | null;
}

interface Hand {
  id: string;
  outFrom: string | null;
  outUntil: string | null;
  /** Null where the stand-in has no account or no part in the department. */
  standInId: string | null;
}

const worksThere = (officerId: string) =>
  `EXISTS (SELECT 1 FROM role_grant g WHERE g.officer_id = ${officerId} AND g.department_id = s.department_id)`;

/** The last who wrote in it. */
const AUTHOR = `(SELECT l.writer_ids[cardinality(l.writer_ids)] FROM letter l
      WHERE l.conversation_id = c.id AND l.status <> 'published' ORDER BY l.created_at DESC LIMIT 1)`;

const handOf = (officerId: string) => `(
    SELECT jsonb_build_object('id', o.id, 'outFrom', o.out_from, 'outUntil', o.out_until, 'standInId', (
      SELECT i.id FROM officer i WHERE i.id = o.stand_in_id AND i.is_active AND ${worksThere('i.id')}))
    FROM officer o WHERE o.id = ${officerId} AND o.is_active AND ${worksThere('o.id')})`;

const WHEREABOUTS = `
  SELECT c.id, c.reference, s.id AS "survivorId", s.department_id AS "departmentId",
    ${handOf(`CASE WHEN s.status = 'assigned' THEN s.officer_id END`)} AS holder,
    ${handOf(AUTHOR)} AS author
  FROM conversation c JOIN conversation s ON s.id = coalesce(c.merged_into_id, c.id)
  WHERE c.id = ANY($1::uuid[])`;

const LEADING = `
  SELECT d.id AS "departmentId",
    ARRAY(SELECT DISTINCT o.id FROM role_grant g JOIN officer o ON o.id = g.officer_id
      WHERE g.department_id = d.id AND g.role = 'supervisor' AND o.is_active ORDER BY o.id) AS "supervisorIds",
    (SELECT o.id FROM officer o WHERE o.id = d.head_officer_id AND o.is_active
      AND EXISTS (SELECT 1 FROM role_grant g WHERE g.officer_id = o.id AND g.department_id = d.id)) AS "headId"
  FROM department d WHERE d.id = ANY($1::uuid[])`;

type Leading = Pick<WarnedPeople, 'supervisorIds' | 'headId'>;

/** By conversation. Whoever is deactivated, or may not read the department, is nobody here. */
export async function whereaboutsOf(
  tx: Tx,
  conversationIds: readonly string[],
  now: Date,
): Promise<Map<string, Whereabouts>> {
  const rows: Row[] = await tx.query(WHEREABOUTS, [conversationIds]);
  const departmentIds = [...new Set(rows.map(({ departmentId }) => departmentId))];
  const leaders: (Leading & { departmentId: string })[] = await tx.query(LEADING, [departmentIds]);
  const byDepartment = new Map(leaders.map((one) => [one.departmentId, one]));
  return new Map(
    rows.map(({ id, reference, survivorId, departmentId, holder, author }) => {
      const { supervisorIds = [], headId = null } = byDepartment.get(departmentId) ?? {};
      const leading = { supervisorIds, headId };
      const people = { ...handsOf(holder, now), ...leading };
      const letterPeople = { ...handsOf(author ?? holder, now), ...leading };
      return [id, { survivorId, reference, departmentId, people, letterPeople }];
    }),
  );
}

function handsOf(hand: Hand | null, now: Date): Pick<WarnedPeople, 'officerId' | 'standInId'> {
  if (!hand) return { officerId: null, standInId: null };
  const outFrom = hand.outFrom ? new Date(hand.outFrom) : null;
  const outUntil = hand.outUntil ? new Date(hand.outUntil) : null;
  return { officerId: hand.id, standInId: isOutOfOffice({ outFrom, outUntil }, now) ? hand.standInId : null };
}
